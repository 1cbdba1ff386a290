import { problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { ArticleDraft } from './article.ts';
import { findArticle } from './find-article.ts';
import { readArticle } from './read-article.ts';
import { readGraph } from './read-graph.ts';
import { LONGEST_BODY } from './text.ts';

/**
 * The parsing pipeline. The site tells one article in several ways: JSON-LD (`.jsonld`, or inline in the page), its native
 * record (`.json`, bare or in an API's envelope), Markdown and text. Each way has its parser, and each parser answers with the
 * same thing, an `ArticleDraft`: the fields that this source told, already in normal form, and nothing about those it did not
 * tell. All structured forms go through this file: the JSON value becomes a graph of nodes (`read-graph.ts`); the node that is our
 * article is found by type and by the address it claims (`find-article.ts`); its fields are read under every name they go by
 * (`read-article.ts`, and `subjects.ts` for topics and entities). `source-plan.ts` decides from the drafts so far what to ask
 * next, and `assemble-article.ts` makes one article of them, field by field, remembering where each came from. The input is
 * a stranger's: nothing here throws, recurses without bound, or believes a document about which article it is.
 */

/**
 * Reads any JSON value as the article of `slug`. Problems: `not-an-article`, `identity-mismatch` when it says it is another
 * article of the site, `too-large` for a body beyond bounds.
 */
export function parseStructured(value: unknown, slug: string): Result<ArticleDraft> {
  const graph = readGraph(value);
  const found = findArticle(graph, slug);
  if (!found.ok) return found;
  const draft = readArticle(graph, found.value, slug);
  if (Object.keys(draft).length === 0) return fail(problem('not-an-article', 'an article that tells nothing'));
  if ((draft.articleBody?.length ?? 0) > LONGEST_BODY) return fail(problem('too-large'));
  return succeed(draft);
}

/** As `parseStructured`, for the text of a JSON document; `malformed` when it is not JSON. */
export function parseJsonText(text: string, slug: string): Result<ArticleDraft> {
  const value = readJson(text);
  return value === undefined ? fail(problem('malformed', 'not JSON')) : parseStructured(value, slug);
}

/** The value of a JSON text, a byte order mark allowed, or undefined when it is not JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
