import type { BinnedArticle } from '../../core/library/bin.ts';
import { changedOwn, type OwnChange } from '../../core/library/own-change.ts';
import type { ArticleRecord, ChangeKind, ChangeRecord, SavedArticle } from '../../core/library/records.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Bin } from '../../services/bin.ts';
import type { Library, LongWork } from '../../services/library.ts';
import { type FakeSearch, fakeSearch } from './fake-search.ts';

/** A library in memory with the promises of the real one, and handles for a test to stop, break and change it. */
export interface FakeLibrary extends Library {
  /** Saves or replaces, as another tab would. */
  put(record: ArticleRecord): void;
  /** Moves an article to another slug, as a save does that the site leads there; the old slug leads to the new one. */
  rename(from: string, to: string): void;
  /** While set, every answer of the search waits for it. */
  gate: Promise<void> | null;
  /** While set, changing many articles waits for it after every piece. */
  pieceGate: Promise<void> | null;
  /** While true, reading and writing fail. */
  broken: boolean;
  readonly held: ReadonlyMap<string, ArticleRecord>;
  readonly fake: FakeSearch;
  /** The bin that `remove` fills, `restore` takes from and an own handle can fill at once. */
  readonly bin: Bin;
  /** Puts an article into the bin without a word, as if it were removed before the page was opened. */
  putInBin(record: ArticleRecord, removedAt: number): void;
}

/** Articles that are changed at once, as in the real library. */
const PIECE = 100;

export function fakeLibrary(records: readonly ArticleRecord[]): FakeLibrary {
  const held = new Map(records.map((record) => [record.slug, record]));
  const bin = new Map<string, ArticleRecord>();
  const removedAt = new Map<string, number>();
  const listeners = new Set<(change: ChangeRecord) => void>();
  let sequence = 0;
  let gate: Promise<void> | null = null;
  let pieceGate: Promise<void> | null = null;
  let broken = false;

  const renamed = new Map<string, string>();
  const currentSlug = (slug: string) => renamed.get(slug) ?? slug;
  const newestFirst = () => [...held.values()].sort((one, other) => other.order - one.order);
  function announce(kind: ChangeKind, slug: string) {
    sequence += 1;
    for (const listener of listeners) listener({ sequence, kind, slug, order: held.get(slug)?.order ?? null, at: 0 });
  }
  function read<T>(value: () => T): Promise<T> {
    return broken ? Promise.reject(new Error('broken on purpose')) : Promise.resolve().then(value);
  }
  async function write(slug: string, kind: ChangeKind, change: () => boolean): Promise<Result<null>> {
    if (broken) return fail({ kind: 'storage-failed' });
    if (!change()) return fail({ kind: 'not-in-library' });
    announce(kind, slug);
    return succeed(null);
  }
  function move(slug: string, from: Map<string, ArticleRecord>, to: Map<string, ArticleRecord>): boolean {
    const record = from.get(slug);
    if (record === undefined) return false;
    from.delete(slug);
    to.set(slug, record);
    return true;
  }
  const removed = (slug: string) => removedAt.get(slug) ?? 0;
  function readBin(slugs: readonly string[]): readonly BinnedArticle[] {
    const records = slugs.map((slug) => bin.get(slug)).filter((record) => record !== undefined);
    return records.map(({ slug, headline, inLanguage }) => ({ slug, headline, inLanguage, removedAt: removed(slug) }));
  }
  function changeOne(slug: string, change: OwnChange): boolean {
    const record = held.get(slug);
    if (record === undefined) return false;
    const own = changedOwn(record.own, change, 1);
    held.set(slug, { ...record, own });
    return own !== record.own;
  }
  async function writeAll(
    slugs: readonly string[],
    kind: ChangeKind,
    change: (slug: string) => boolean,
    work?: LongWork,
  ): Promise<Result<readonly string[]>> {
    if (broken) return fail({ kind: 'storage-failed' });
    const changed: string[] = [];
    for (let from = 0; from < slugs.length && !work?.signal.aborted; from += PIECE) {
      const piece = slugs.slice(from, from + PIECE).filter(change);
      for (const slug of piece) announce(kind, slug);
      changed.push(...piece);
      work?.progress(Math.min(slugs.length, from + PIECE));
      await pieceGate;
    }
    return succeed(changed);
  }
  const fake = fakeSearch({
    held,
    version: () => sequence,
    gate: () => gate,
    broken: () => broken,
  });
  return {
    held,
    fake,
    get gate() {
      return gate;
    },
    set gate(next) {
      gate = next;
    },
    get pieceGate() {
      return pieceGate;
    },
    set pieceGate(next) {
      pieceGate = next;
    },
    get broken() {
      return broken;
    },
    set broken(next) {
      broken = next;
    },
    put(record) {
      held.set(record.slug, record);
      announce('save', record.slug);
    },
    newest: (limit) => read(() => newestFirst().slice(0, limit)),
    bin: {
      slugs: () => read(() => [...bin.keys()].sort((one, other) => removed(other) - removed(one))),
      read: (slugs) => read(() => readBin(slugs)),
      count: () => read(() => bin.size),
      purge: (slugs, work) => writeAll(slugs, 'purge', (slug) => bin.delete(slug), work),
    },
    putInBin(record, at) {
      bin.set(record.slug, record);
      removedAt.set(record.slug, at);
    },
    search: fake.search,
    count: () => read(() => held.size),
    record: (slug) => read(() => held.get(currentSlug(slug)) ?? null),
    read: (slug) => read(() => savedArticle(held.get(currentSlug(slug)))),
    problemOf: () => ({ kind: 'storage-failed' }),
    rename(from, to) {
      const record = held.get(from);
      if (record === undefined) return;
      held.delete(from);
      held.set(to, { ...record, slug: to });
      renamed.set(from, to);
      announce('remove', from);
      announce('save', to);
    },
    remove: (slug) => write(slug, 'remove', () => move(slug, held, bin)),
    restore: (slug) => write(slug, 'restore', () => move(slug, bin, held)),
    change: (slug, change) => write(slug, 'own', () => changeOne(slug, change) || held.has(slug)),
    changeAll: (slugs, change, work) => writeAll(slugs, 'own', (slug) => changeOne(slug, change), work),
    removeAll: (slugs, work) => writeAll(slugs, 'remove', (slug) => move(slug, held, bin), work),
    restoreAll: (slugs, work) => writeAll(slugs, 'restore', (slug) => move(slug, bin, held), work),
    refresh: async () => succeed('unchanged'),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function savedArticle(record: ArticleRecord | undefined): SavedArticle | null {
  if (record === undefined) return null;
  const articleBody = `The body of ${record.headline}.\n\n## A section\n\nMore of it.`;
  return { record, body: { slug: record.slug, articleBody, bodyFormat: 'markdown' } };
}
