import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentKey } from '../../../core/article/content-key.ts';
import { isSlug } from '../../../core/article/identity.ts';
import type { Kept } from '../../../core/library/merge-holdings.ts';
import { contentOf } from '../../../core/library/revision-of.ts';
import { REFUSAL_REASONS } from '../../../core/transfer/import-report.ts';
import { sha256 } from '../../../services/content-hash.ts';
import { openImport } from '../../../services/transfer/import-source.ts';
import { createRandom, type Random } from '../../site/random.ts';
import { archiveOf, sourceOf } from '../../support/archive/archives.ts';
import { binnedAt, holdingOf, libraries } from '../../support/archive/holdings.ts';
import { siteRecord } from '../../support/site-records.ts';

/** Files with a few bytes changed, doubled, taken out or cut off. `MUTATED_FILES` of each kind: 10,000 is the long run. */
const FILES = Number(process.env['MUTATED_FILES'] ?? 300);
const AT = 1_800_000_000_000;

it('are read without an exception, and never in half a record, when they are records of the site', async () => {
  const lines = [1, 2, 3].map((number) => JSON.stringify(siteRecord(number, 1)));
  const texts = [lines.join('\n'), `[${lines.join(',\n')}]`, `{"meta":{"next":null},"data":[${lines}]}`];
  const files = texts.map((text) => new TextEncoder().encode(text));
  const taken = await readMutated(files, '{}[]",:\\\n0 \u00ff');
  expect(taken).toBeGreaterThan(FILES / 10);
});

it('are read without an exception, and never in half an article, when they are archives', async () => {
  const drawn = fc.sample(
    libraries.filter(({ all }) => all.length > 3),
    { numRuns: 2, seed: 11 },
  );
  const files = drawn.map(async ({ all, removedAt }) => {
    const [first, ...rest] = await Promise.all(all.map(holdingOf));
    return archiveOf(sourceOf(rest, first === undefined ? [] : [binnedAt(first, removedAt)]));
  });
  const taken = await readMutated(await Promise.all(files), 'PK\u0000\u0001\u0002\u00ff');
  expect(taken).toBeGreaterThan(FILES / 10);
});

/** Reads `FILES` mutations of `files`; answers how many articles came out of them. */
async function readMutated(files: readonly Uint8Array[], marks: string): Promise<number> {
  const random = createRandom(20261123);
  let taken = 0;
  for (let count = 0; count < FILES; count += 1) taken += await readOne(mutated(random.pick(files), marks, random));
  return taken;
}

async function readOne(bytes: Uint8Array<ArrayBuffer>): Promise<number> {
  const source = await openImport(new File([bytes], 'x', { lastModified: 1_000 }), AT);
  if (!source.ok) {
    expect(['not-an-archive', 'archive-damaged', 'archive-newer']).toContain(source.problem.kind);
    return 0;
  }
  let taken = 0;
  for await (const { kept, refusals } of source.value.pieces()) {
    for (const { reason } of refusals) expect(REFUSAL_REASONS).toContain(reason);
    for (const one of kept) await expectWhole(one);
    taken += kept.length;
  }
  await source.value.extras();
  return taken;
}

/** Nothing of it is missing, nothing was left unread, and its hash is its content's. */
async function expectWhole({ article, body, originals, revisions }: Kept): Promise<void> {
  expect(isSlug(article.slug)).toBe(true);
  expect(article.headline).not.toMatch(/^(?:|null|undefined|\[object Object\])$/);
  expect(body.articleBody.trim()).not.toBe('');
  expect(article.contentHash).toBe(await sha256(contentKey(contentOf(article, body))));
  for (const { contentHash, content } of revisions) expect(contentHash).toBe(await sha256(contentKey(content)));
  expect([body, ...originals, ...revisions].every(({ slug }) => slug === article.slug)).toBe(true);
  expect(originals.every(({ bytes }) => bytes instanceof Uint8Array)).toBe(true);
}

function mutated(file: Uint8Array, marks: string, random: Random): Uint8Array<ArrayBuffer> {
  let bytes = Array.from(file);
  for (let edits = 1 + random.below(3); edits > 0; edits -= 1) {
    const at = random.below(bytes.length);
    const length = 1 + random.below(8);
    const mark = marks.charCodeAt(random.below(marks.length));
    const edit = random.below(5);
    if (edit === 0) bytes[at] = random.below(256);
    else if (edit === 1) bytes[at] = mark;
    else if (edit === 2) bytes.splice(at, length);
    else if (edit === 3) bytes.splice(at, 0, ...bytes.slice(at, at + length));
    else if (random.below(4) === 0) bytes = bytes.slice(0, at + 1);
  }
  return Uint8Array.from(bytes);
}
