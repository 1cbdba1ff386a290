import type { KeptArticle } from './bench/raw-library.ts';
import type { Command } from './command.ts';
import { bodyOf, madeBundle, slugOf } from './made-article.ts';

/** What must be there after commands that were acknowledged: the naive model of a library of made articles. */

/** One article: `own` and `revisions` as the commands so far left them. */
interface Entry {
  readonly n: number;
  readonly revision: number;
  readonly size: number | undefined;
  readonly tags: readonly string[];
  readonly note: string | null;
  /** Replaced revisions. */
  readonly replaced: ReadonlySet<number>;
  readonly isBinned: boolean;
}

export type Model = ReadonlyMap<string, Entry>;

export const EMPTY_MODEL: Model = new Map();

/** The model after one more command; the very same one when the command changes nothing. */
export function after(model: Model, command: Command): Model {
  if (command.type === 'open') return model;
  const slug = slugOf(command.n);
  const present = model.get(slug);
  const next = nextEntry(present, command);
  return next === present || next === undefined ? model : new Map(model).set(slug, next);
}

/** As `after`, command by command. */
export function afterAll(model: Model, commands: readonly Command[]): Model {
  return commands.reduce(after, model);
}

function nextEntry(present: Entry | undefined, command: Exclude<Command, { type: 'open' }>): Entry | undefined {
  if (command.type === 'save') return savedEntry(present, command);
  if (present === undefined) return undefined;
  if (command.type === 'restore') return present.isBinned ? { ...present, isBinned: false } : present;
  if (present.isBinned) return present;
  if (command.type === 'remove') return { ...present, isBinned: true };
  if (command.type === 'note') return { ...present, note: command.text };
  return present.tags.includes(command.tag) ? present : { ...present, tags: [...present.tags, command.tag] };
}

function savedEntry(present: Entry | undefined, command: Extract<Command, { type: 'save' }>): Entry {
  const { n, revision, size } = command;
  if (present === undefined) {
    return { n, revision, size, tags: [], note: null, replaced: new Set(), isBinned: false };
  }
  if (present.revision === revision) return present.isBinned ? { ...present, isBinned: false } : present;
  return { ...present, revision, size, replaced: new Set([...present.replaced, present.revision]), isBinned: false };
}

/** What the database must hold of each article of the model. */
export function expectedOf(model: Model): Record<string, KeptArticle> {
  return Object.fromEntries([...model].map(([slug, entry]) => [slug, keptOf(entry)]));
}

function keptOf({ n, revision, size, tags, note, replaced, isBinned }: Entry): KeptArticle {
  const { article, originals } = madeBundle(n, revision, size);
  const texts = [...replaced].map((old) => [madeBundle(n, old, size).contentHash, bodyOf(n, old, size)] as const);
  return {
    headline: article.headline,
    body: article.articleBody,
    originals: originals.map(({ bytes }) => new TextDecoder().decode(bytes)),
    tags,
    note,
    revisions: texts.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => text),
    isBinned,
  };
}

/** What is kept and differs from what must be there, a sentence each; `allowed` names articles that may be there or not. */
export function findLost(
  kept: Readonly<Record<string, KeptArticle>>,
  model: Model,
  allowed: ReadonlySet<string> = new Set(),
): string[] {
  const expected = expectedOf(model);
  const slugs = new Set([...Object.keys(expected), ...Object.keys(kept)]);
  return [...slugs].sort().flatMap((slug) => {
    const [one, other] = [expected[slug], kept[slug]];
    if (JSON.stringify(one) === JSON.stringify(other) || allowed.has(slug)) return [];
    if (one === undefined) return [`${slug} is there and nobody saved it`];
    return [other === undefined ? `${slug} is not there` : `${slug} is not as it was: ${differing(one, other)}`];
  });
}

function differing(one: KeptArticle, other: KeptArticle): string {
  const names = Object.keys(one) as (keyof KeptArticle)[];
  return names.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name])).join(', ');
}
