import { beforeAll, describe, expect, test } from 'vitest';
import { contentKey } from '../../../core/article/content-key.ts';
import type { Holding } from '../../../core/library/records.ts';
import type { RefusalReason } from '../../../core/transfer/import-report.ts';
import { sha256 } from '../../../services/content-hash.ts';
import { openArchive } from '../../../services/transfer/archive-reader.ts';
import { createRandom, type Random } from '../../site/random.ts';
import { archiveOf, opened, readAll, sourceOf } from '../../support/archive/archives.ts';
import { changed, filesOf, type HostileFile, hostileZip, withText } from '../../support/archive/hostile-zip.ts';
import { anOriginal, aRecord } from '../../support/article-builders.ts';

/** Archives that somebody tampered with, or that a disk did. */

const SLUGS = ['a-first-article', 'a-second-article'];
const ORIGINAL = 'originals/a-first-article.jsonld';

async function holding(slug: string, order: number): Promise<Holding> {
  const { contentHash: _, ...record } = aRecord({ slug, order });
  const body = { slug, articleBody: `The body of ${slug}.`, bodyFormat: 'markdown' as const };
  const contentHash = await sha256(contentKey({ ...record, ...body }));
  const replaced = { ...record, ...body, headline: 'Before' };
  const { headline, description, articleBody, bodyFormat, datePublished, dateModified } = replaced;
  const { inLanguage, canonicalSource, topics, entities } = replaced;
  const dates = { datePublished, dateModified };
  const content = {
    headline,
    description,
    articleBody,
    bodyFormat,
    ...dates,
    inLanguage,
    canonicalSource,
    topics,
    entities,
  };
  const revision = { slug, contentHash: await sha256(contentKey(content)), replacedAt: 9, content };
  return { article: { ...record, contentHash }, body, originals: [anOriginal(slug)], revisions: [revision] };
}

/** Accidents tried: few in every run, `ACCIDENTS=10000` for a thorough one. */
const ACCIDENTS = Number(process.env['ACCIDENTS'] ?? 1_500);

describe('a hostile archive', () => {
  let holdings: readonly Holding[];
  let archive: Uint8Array<ArrayBuffer>;
  let files: readonly HostileFile[];

  beforeAll(async () => {
    holdings = await Promise.all(SLUGS.map((slug, index) => holding(slug, 2 - index)));
    archive = await archiveOf(sourceOf(holdings));
    files = filesOf(archive);
  });

  const whole = () => holdings.map((one) => ({ holding: one, removedAt: null }));
  const withoutOriginal = () =>
    whole().map((one, index) => (index === 0 ? { ...one, holding: { ...one.holding, originals: [] } } : one));
  const problemOf = async (bytes: Uint8Array<ArrayBuffer>) => {
    const result = await openArchive(new Blob([bytes]));
    return result.ok ? null : result.problem.kind;
  };
  const read = async (hostile: readonly HostileFile[]) => readAll(await opened(hostileZip(hostile)));
  const extra = (name: string): HostileFile => ({ name, bytes: new TextEncoder().encode('x') });

  test('that is zipped again as it is, in another order, is read whole', async () => {
    expect(await read([...files].reverse())).toEqual({ read: whole(), refusals: [] });
  });

  test.each(['../evil', 'a/../../evil', '/etc/passwd', 'C:\\evil', 'a\\b', 'C:evil', 'a//b', './a', 'nul\u0000l', 'ü'])(
    'keeps a file called %j out',
    async (name) => {
      const { read: found, refusals } = await read([...files, extra(name)]);
      expect(refusals.map(({ reason }) => reason)).toEqual(['unsafe-name']);
      expect(found).toEqual(whole());
    },
  );

  test('has no say about files that nobody asks for, nor folders', async () => {
    expect(await read([...files, extra('.DS_Store'), { name: 'originals/', bytes: new Uint8Array(0) }])).toEqual({
      read: whole(),
      refusals: [],
    });
  });

  test('that has a name twice is not believed about that name', async () => {
    const { read: found, refusals } = await read([...files, { name: ORIGINAL, bytes: new Uint8Array(3) }]);
    expect(refusals).toEqual([
      { where: ORIGINAL, reason: 'twice' },
      { where: ORIGINAL, reason: 'missing-file' },
    ]);
    expect(found).toEqual(withoutOriginal());
    expect(await problemOf(hostileZip([...files, extra('manifest.json')]))).toBe('not-an-archive');
  });

  test('whose files overlap is refused', async () => {
    expect(await problemOf(hostileZip([...files, { ...extra('x'), directory: { offset: 0 } }]))).toBe(
      'archive-damaged',
    );
    const grown = changed(files, ORIGINAL, (file) => ({ ...file, directory: { size: 900, packedSize: 900 } }));
    expect(await problemOf(hostileZip(grown))).toBe('archive-damaged');
  });

  test('with an encrypted file is refused', async () => {
    const locked = changed(files, ORIGINAL, (file) => ({ ...file, isEncrypted: true }));
    expect(await problemOf(hostileZip(locked))).toBe('archive-damaged');
  });

  test.each<[string, Partial<HostileFile>, RefusalReason]>([
    ['a size too small', { directory: { size: 5 }, local: { size: 5 } }, 'wrong-size'],
    ['a size too large', { directory: { size: 40 } }, 'wrong-size'],
    ['a size beyond all packing', { directory: { size: 9_000_000 } }, 'missing-file'],
    ['another checksum', { directory: { crc: 1 } }, 'wrong-hash'],
    ['another name before the data', { local: { name: 'originals/a-first-article.jsonle' } }, 'wrong-size'],
    ['another method before the data', { local: { method: 12 } }, 'wrong-size'],
  ])('that lies about a file with %s brings everything but that file', async (_, lie, reason) => {
    const { read: found, refusals } = await read(changed(files, ORIGINAL, (file) => ({ ...file, ...lie })));
    expect(refusals).toContainEqual({ where: ORIGINAL, reason });
    expect(found).toEqual(withoutOriginal());
  });

  test('that would unpack beyond all measure is refused before anything is unpacked', async () => {
    const bomb = { name: 'bin.jsonl', bytes: new Uint8Array(90_000_000) };
    expect(await problemOf(hostileZip([...files.filter(({ name }) => name !== 'bin.jsonl'), bomb]))).toBe(
      'archive-damaged',
    );
  });

  test('with a line longer than any article skips that line', async () => {
    const long = `"${'a'.repeat(17_000_000)}"\n`;
    const line = (file: HostileFile) => withText(file, (text) => long + text);
    const { read: found, refusals } = await read(changed(files, 'articles.jsonl', line));
    expect(refusals).toContainEqual({ where: 'articles.jsonl, line 1', reason: 'too-large' });
    expect(found).toEqual(whole());
  });

  test('with other bytes of the same length is found out by their hash', async () => {
    const other = changed(files, ORIGINAL, (file) => withText(file, (text) => text.replace('slug', 'slag')));
    expect(await read(other)).toEqual({
      read: withoutOriginal(),
      refusals: [{ where: ORIGINAL, reason: 'wrong-hash' }],
    });
  });

  test('with another text in a list says that the list is not the one that was written', async () => {
    const edit = (text: string) => text.replace('The body of a-second', 'The BODY of a-second');
    const edited = changed(files, 'articles.jsonl', (file) => withText(file, edit));
    const { read: found, refusals } = await read(edited);
    expect(refusals).toEqual([{ where: 'articles.jsonl', reason: 'wrong-hash' }]);
    expect(found[1]?.holding.body.articleBody).toBe('The BODY of a-second-article.');
    expect(found[1]?.holding.article.contentHash).not.toBe(holdings[1]?.article.contentHash);
  });

  test('of the future is left to a newer Offprint', async () => {
    const newer = changed(files, 'manifest.json', (file) =>
      withText(file, (text) => text.replace('"formatVersion": 1', '"formatVersion": 2')),
    );
    expect(await problemOf(hostileZip(newer))).toBe('archive-newer');
  });

  test.each<[string, string, RefusalReason]>([
    ['of another host', 'https://evil.example/news/a-second-article', 'other-host'],
    ['that says it is another', 'https://wpnews.pro/news/a-third-article', 'not-an-article'],
  ])('with a record %s brings only the others', async (_, url, reason) => {
    const edit = (text: string) => text.replace('https://wpnews.pro/news/a-second-article', url);
    const { read: found, refusals } = await read(changed(files, 'articles.jsonl', (file) => withText(file, edit)));
    expect(refusals).toContainEqual({ where: 'articles.jsonl, line 2', reason });
    expect(found).toEqual(whole().slice(0, 1));
  });

  test('with refused records before an article still finds the parts of that article', async () => {
    const edit = (text: string) => text.replace(/^\{"slug":"a-first-article"/, '{"slug":"A"');
    const { read: found, refusals } = await read(changed(files, 'articles.jsonl', (file) => withText(file, edit)));
    expect(refusals).toContainEqual({ where: 'articles.jsonl, line 1', reason: 'not-an-article' });
    expect(found).toEqual(whole().slice(1));
  });

  test('with an article twice brings the first', async () => {
    const { read: found, refusals } = await read(
      changed(files, 'articles.jsonl', (file) => withText(file, (text) => text + text)),
    );
    expect(refusals.filter(({ reason }) => reason === 'twice')).toHaveLength(2);
    expect(found).toEqual(whole());
  });

  test('without a list or a file says which is missing, and without a manifest is none', async () => {
    const { read: found, refusals } = await read(files.filter(({ name }) => name !== ORIGINAL && name !== 'bin.jsonl'));
    expect(refusals).toEqual([
      { where: ORIGINAL, reason: 'missing-file' },
      { where: 'bin.jsonl', reason: 'missing-file' },
    ]);
    expect(found).toEqual(withoutOriginal());
    expect(await problemOf(hostileZip(files.filter(({ name }) => name !== 'manifest.json')))).toBe('not-an-archive');
    expect(await problemOf(new TextEncoder().encode('{"not":"a zip"}'))).toBe('not-an-archive');
  });

  test('that is cut off anywhere is no archive', async () => {
    for (let length = 0; length < archive.length; length += 7) {
      expect(await problemOf(archive.slice(0, length))).not.toBeNull();
    }
  });

  test('is read as it was, or says what is wrong, and never throws, wherever an accident happens to it', async () => {
    const random = createRandom(20_261_123);
    let opening = 0;
    for (let accident = 0; accident < ACCIDENTS; accident += 1) {
      const reader = await openArchive(new Blob([harmed(archive, random)]));
      if (!reader.ok) continue;
      opening += 1;
      const { read: found, refusals } = await readAll(reader.value);
      if (refusals.length === 0) expect(found).toEqual(whole());
      await Promise.all([reader.value.searches(), reader.value.redirects(), reader.value.settings()]);
    }
    expect(opening).toBeGreaterThan(ACCIDENTS / 10);
  }, 240_000);
});

/** `bytes` after one accident: a bit turned, some bytes overwritten, some lost, or some there twice. */
function harmed(bytes: Uint8Array<ArrayBuffer>, random: Random): Uint8Array<ArrayBuffer> {
  const at = random.below(bytes.length);
  const length = 1 + random.below(8);
  const copy = bytes.slice();
  switch (random.below(4)) {
    case 0:
      copy[at] = (copy[at] as number) ^ (1 << random.below(8));
      return copy;
    case 1:
      return copy.fill(random.below(256), at, at + length);
    case 2:
      return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(at + length)]);
    default:
      return new Uint8Array([...bytes.subarray(0, at + length), ...bytes.subarray(at)]);
  }
}
