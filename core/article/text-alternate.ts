import { problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { ArticleDraft } from './article.ts';
import { told } from './draft.ts';
import { cleanBlock, cleanLine, isWebPage, LONGEST_BODY, LONGEST_HEADLINE } from './text.ts';

/**
 * The text alternate: headline, description and body in one run, without anything between them. It is lossy (Markdown marks,
 * parentheses and underscores are gone), so it is the last resort for a body. What is already known of the article is cut
 * from its front, comparing letters and digits only, because the marks are not to be relied on.
 */

const LETTER = /[\p{L}\p{N}]/u;

/**
 * Reads the `.txt` alternate of `slug`, given what other sources told. Problems: `wrong-type` for a web page, `malformed` when it
 * is empty or does not begin with the known headline, `too-large`.
 */
export function parseTextAlternate(text: string, _slug: string, known: ArticleDraft): Result<ArticleDraft> {
  if (isWebPage(text)) return fail(problem('wrong-type', 'a web page for text'));
  const run = cleanBlock(text);
  if (run === null) return fail(problem('malformed', 'an empty text'));
  if (run.length > LONGEST_BODY) return fail(problem('too-large'));
  const { headline, rest } = known.headline === undefined ? takeFirstLine(run) : takeKnown(run, known.headline);
  if (known.headline !== undefined && headline === null)
    return fail(problem('malformed', 'the text is not of the known headline'));
  const afterDescription = known.description === undefined ? null : cutFront(rest, known.description);
  const articleBody = cleanBlock(afterDescription ?? rest);
  return succeed(told({ headline, articleBody, bodyFormat: articleBody === null ? null : 'text' }));
}

interface Taken {
  readonly headline: string | null;
  readonly rest: string;
}

function takeKnown(run: string, headline: string): Taken {
  const rest = cutFront(run, headline);
  return rest === null ? { headline: null, rest: run } : { headline, rest };
}

/** Without a known headline the first line is one, if there are others. */
function takeFirstLine(run: string): Taken {
  const end = run.indexOf('\n');
  if (end === -1) return { headline: null, rest: run };
  return { headline: cleanLine(run.slice(0, end), LONGEST_HEADLINE), rest: run.slice(end + 1) };
}

/** The text after `front`, or null when it does not begin with its letters and digits, or goes on in the middle of a word. */
function cutFront(text: string, front: string): string | null {
  const wanted = [...front].filter((character) => LETTER.test(character));
  let at = 0;
  for (const letter of wanted) {
    while (at < text.length && !LETTER.test(characterAt(text, at))) at += characterAt(text, at).length;
    if (characterAt(text, at) !== letter) return null;
    at += letter.length;
  }
  const rest = text.slice(at);
  if (wanted.length > 0 && LETTER.test(characterAt(rest, 0))) return null;
  return rest.slice(marksShared(rest, /[^\p{L}\p{N}]*$/u.exec(front)?.[0] ?? '')).trimStart();
}

/** How many of the marks that end `front` also stand here: `."` of `… said so."`. */
function marksShared(rest: string, marks: string): number {
  let shared = 0;
  for (const mark of marks) if (rest.startsWith(mark, shared)) shared += mark.length;
  return shared;
}

function characterAt(text: string, at: number): string {
  const codePoint = text.codePointAt(at);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}
