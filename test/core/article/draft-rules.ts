import { expect } from 'vitest';
import type { ArticleDraft } from '../../../core/article/article.ts';
import { foldName } from '../../../core/article/entities.ts';
import type { Result } from '../../../core/result.ts';

/** Texts that show a value was printed that is no text. */
const ACCIDENTS = ['[object Object]', 'Invalid Date', 'undefined', 'null', 'NaN', '\uFFFD'];

/** Fails unless the result is a known problem or a draft that keeps every promise of `ArticleDraft`; `input` is what was parsed. */
export function expectSound(result: Result<ArticleDraft>, input: string): void {
  if (!result.ok) {
    expect(['not-an-article', 'identity-mismatch', 'malformed', 'too-large', 'wrong-type']).toContain(
      result.problem.kind,
    );
    return;
  }
  const draft = result.value;
  const texts = textsOf(draft);
  for (const accident of ACCIDENTS) {
    if (!input.includes(accident)) expect(texts.filter((text) => text.includes(accident))).toEqual([]);
  }
  for (const text of texts) {
    expect(text.trim()).not.toBe('');
    expect(text.isWellFormed()).toBe(true);
  }
  expect(draft.headline?.length ?? 0).toBeLessThanOrEqual(1_000);
  expect(draft.description?.length ?? 0).toBeLessThanOrEqual(10_000);
  expect(draft.articleBody?.length ?? 0).toBeLessThanOrEqual(5_000_000);
  expect(draft.bodyFormat === undefined).toBe(draft.articleBody === undefined);
  expectSoundFacts(draft);
  expectSoundSubjects(draft);
}

function expectSoundFacts({ datePublished, dateModified, inLanguage, canonicalSource }: ArticleDraft): void {
  for (const date of [datePublished, dateModified]) {
    expect(date ?? '2026-06-28').toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\.\d{3}Z)?$/);
  }
  if (inLanguage !== undefined) expect(Intl.getCanonicalLocales(inLanguage)).toEqual([inLanguage]);
  if (canonicalSource !== undefined) {
    const { protocol, hostname, href } = new URL(canonicalSource);
    expect(['http:', 'https:']).toContain(protocol);
    expect(hostname).not.toMatch(/(?:^|\.)wpnews\.pro$/);
    expect(href).toBe(canonicalSource);
  }
}

function expectSoundSubjects({ topics = ['x'], entities = [{ name: 'x', type: null }] }: ArticleDraft): void {
  expect(topics.length).toBeGreaterThan(0);
  expect(topics.length).toBeLessThanOrEqual(50);
  expect(new Set(topics).size).toBe(topics.length);
  for (const topic of topics) expect(topic).toMatch(/^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*$/u);
  expect(entities.length).toBeGreaterThan(0);
  expect(entities.length).toBeLessThanOrEqual(500);
  expect(new Set(entities.map(({ name }) => foldName(name))).size).toBe(entities.length);
  for (const { type } of entities) expect(type ?? 'Thing').toMatch(/^[A-Za-z]\w*$/);
}

function textsOf(draft: ArticleDraft): readonly string[] {
  return Object.values(draft).flatMap((value) => {
    if (typeof value === 'string') return [value];
    if (typeof value === 'number') return [String(value)];
    return value.flatMap((inner) =>
      typeof inner === 'string' ? [inner] : [inner.name, ...(inner.type === null ? [] : [inner.type])],
    );
  });
}
