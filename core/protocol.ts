import type { Entity } from './article/article.ts';
import { isSlug } from './article/identity.ts';
import type { Problem } from './problem.ts';
import type { Result } from './result.ts';

/**
 * The whole conversation between the contexts, on one page. A message carries an action and at most a key, never an
 * address: what is fetched follows from the tab the browser vouches for. Answers are `Result`s; a background that was
 * stopped answers `undefined` or rejects, and the asker looks what happened and asks again.
 */

/** What extension pages may ask of the background. */
export type PageRequest =
  /** The popup's button: save the article that tab `tabId` shows. */
  | { readonly type: 'save-tab'; readonly tabId: number }
  /** The reader's button: fetch a saved article again. */
  | { readonly type: 'refresh-article'; readonly slug: string };

/** What a content script may tell the background about its own tab; the answer is always `undefined`. */
export type TabNotice =
  /** The page now offers an article, last modified at the given time as far as it says (at most 64 characters). */
  | { readonly type: 'article-shown'; readonly dateModified: string | null }
  /** The page no longer offers one. */
  | { readonly type: 'article-left' };

/** What the popup asks of the content script in the active tab; answered with a `PageDescription`. */
export interface DescribeRequest {
  readonly type: 'describe-page';
}

/** What the page says of itself, to be shown before anything is fetched. Untrusted, bounded, parsed before use. */
export interface PageDescription {
  readonly headline: string;
  /** When it says it was last modified, as it says it. */
  readonly dateModified: string | null;
  /** The texts of the inline JSON-LD blocks. */
  readonly structured: readonly string[];
}

/** What was stored by a save that reached its article. */
export interface SaveReceipt {
  readonly outcome: 'saved' | 'updated' | 'unchanged';
  readonly slug: string;
  readonly headline: string;
  readonly topics: readonly string[];
  readonly entities: readonly Entity[];
  /** Bytes fetched and kept. */
  readonly bytes: number;
  /** From the request to the commit. */
  readonly milliseconds: number;
}

/** The save waits for the network. */
export interface QueuedReceipt {
  readonly outcome: 'queued';
  readonly slug: string;
  readonly problem: Problem;
}

export type SaveAnswer = Result<SaveReceipt | QueuedReceipt>;

/** Reads a message of an extension page; null when it is none. */
export function readPageRequest(message: unknown): PageRequest | null {
  if (!isRecord(message)) return null;
  const { type, tabId, slug } = message;
  if (type === 'save-tab' && typeof tabId === 'number' && Number.isSafeInteger(tabId)) return { type, tabId };
  if (type === 'refresh-article' && isSlug(slug)) return { type, slug };
  return null;
}

const LONGEST_DATE = 64;

/** Reads a message of a content script; null when it is none. */
export function readTabNotice(message: unknown): TabNotice | null {
  if (!isRecord(message)) return null;
  const { type, dateModified } = message;
  if (type === 'article-left') return { type };
  if (type !== 'article-shown') return null;
  if (dateModified === null) return { type, dateModified };
  return isShortDate(dateModified) ? { type, dateModified } : null;
}

function isShortDate(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_DATE;
}

/** Bounds on what the popup takes from a page's description of itself. */
const LONGEST_HEADLINE = 1_000;
const LONGEST_BLOCK = 1_000_000;
const MOST_BLOCKS = 20;

/** Reads a content script's description of its page; null when it is none. Too long a text is cut, too many blocks dropped. */
export function readPageDescription(message: unknown): PageDescription | null {
  if (!isRecord(message)) return null;
  const { headline, structured, dateModified } = message;
  if (typeof headline !== 'string' || !Array.isArray(structured)) return null;
  const blocks = structured.slice(0, MOST_BLOCKS).filter((block): block is string => typeof block === 'string');
  return {
    headline: headline.slice(0, LONGEST_HEADLINE),
    dateModified: isShortDate(dateModified) ? dateModified : null,
    structured: blocks.filter((block) => block.length <= LONGEST_BLOCK),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
