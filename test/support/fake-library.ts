import {
  type ArticleRecord,
  type ChangeKind,
  type ChangeRecord,
  MARKED_AT,
  type SavedArticle,
} from '../../core/library/records.ts';
import { fail, type Result, succeed } from '../../core/result.ts';
import type { Library } from '../../services/library.ts';

/** A library in memory with the promises of the real one, and handles for a test to stop, break and change it. */
export interface FakeLibrary extends Library {
  /** Saves or replaces, as another tab would. */
  put(record: ArticleRecord): void;
  /** Moves an article to another slug, as a save does that the site leads there; the old slug leads to the new one. */
  rename(from: string, to: string): void;
  /** While set, `all` waits for it before every batch. */
  gate: Promise<void> | null;
  /** While true, reading and writing fail. */
  broken: boolean;
  readonly held: ReadonlyMap<string, ArticleRecord>;
}

const BATCH = 500;

export function fakeLibrary(records: readonly ArticleRecord[]): FakeLibrary {
  const held = new Map(records.map((record) => [record.slug, record]));
  const bin = new Map<string, ArticleRecord>();
  const listeners = new Set<(change: ChangeRecord) => void>();
  let sequence = 0;
  let gate: Promise<void> | null = null;
  let broken = false;

  const renamed = new Map<string, string>();
  const currentSlug = (slug: string) => renamed.get(slug) ?? slug;
  const newestFirst = () => [...held.values()].sort((one, other) => other.order - one.order);
  function announce(kind: ChangeKind, slug: string) {
    sequence += 1;
    for (const listener of listeners) listener({ sequence, kind, slug, at: 0 });
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
  return {
    held,
    get gate() {
      return gate;
    },
    set gate(next) {
      gate = next;
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
    async all(receive, signal) {
      const records = await read(newestFirst);
      for (let from = 0; from < records.length; from += BATCH) {
        await gate;
        if (signal.aborted) return;
        receive(records.slice(from, from + BATCH));
      }
      await gate;
    },
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
    mark: (slug, mark, on) =>
      write(slug, 'own', () => {
        const record = held.get(slug);
        if (record === undefined) return false;
        held.set(slug, { ...record, own: { ...record.own, [MARKED_AT[mark]]: on ? 1 : null } });
        return true;
      }),
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
