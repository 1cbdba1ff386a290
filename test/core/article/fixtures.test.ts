import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ArticleDraft } from '../../../core/article/article.ts';
import { parseInlinePage } from '../../../core/article/inline-page.ts';
import { parseMarkdownAlternate } from '../../../core/article/markdown-alternate.ts';
import { parseJsonText } from '../../../core/article/parse-structured.ts';
import { parseTextAlternate } from '../../../core/article/text-alternate.ts';
import type { Result } from '../../../core/result.ts';

/**
 * Every document in the folder beside its expectation: `<topic>--<case>.<ext>` and `<topic>--<case>.expected.json`, which
 * names the slug that was asked for and either the draft or the kind of problem.
 */
interface Expectation {
  readonly slug: string;
  readonly known?: ArticleDraft;
  readonly draft?: ArticleDraft;
  readonly problem?: string;
}

const FOLDER = new URL('../../fixtures/articles/', import.meta.url);
const EXPECTED = '.expected.json';

const files = readdirSync(FOLDER);
const documents = files.filter((name) => !name.endsWith(EXPECTED));
const expectations = files.filter((name) => name.endsWith(EXPECTED));

function baseOf(name: string): string {
  return name.replace(/\.(?:expected\.json|[a-z]+)$/, '');
}

function read(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

function parse(name: string, { slug, known = {} }: Expectation): Result<ArticleDraft> {
  const text = read(name);
  if (name.endsWith('.html')) return parseInlinePage(text, slug);
  if (name.endsWith('.md')) return parseMarkdownAlternate(text, slug);
  if (name.endsWith('.txt')) return parseTextAlternate(text, slug, known);
  return parseJsonText(text, slug);
}

describe('the documents in test/fixtures/articles', () => {
  it('all have an expectation, and every expectation has one document', () => {
    expect(documents.map(baseOf).sort()).toEqual(expectations.map(baseOf).sort());
    expect(documents.length).toBeGreaterThan(80);
  });

  it.each(documents)('%s is read as expected', (name) => {
    const expected = JSON.parse(read(baseOf(name) + EXPECTED)) as Expectation;
    const result = parse(name, expected);
    if (expected.problem === undefined) expect(result).toEqual({ ok: true, value: expected.draft });
    else expect(result).toMatchObject({ ok: false, problem: { kind: expected.problem } });
  });
});
