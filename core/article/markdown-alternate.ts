import { problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';
import { isOnSite, webAddress } from './addresses.ts';
import type { ArticleDraft } from './article.ts';
import { readDate } from './dates.ts';
import { told } from './draft.ts';
import { articleAddress, slugOfAddress } from './identity.ts';
import { cleanBlock, cleanLine, isWebPage, LONGEST_BODY, LONGEST_HEADLINE } from './text.ts';

/**
 * The Markdown alternate: `# title`, then a quote with `Source:` and `Published:` lines, then the body. The quote ends at the
 * first line that is not of the form `> Word: value`, so an article that opens with a quotation keeps it.
 */

const TITLE = /^#[ \t](.*)$/;
const CLOSING_MARKS = /[ \t]#+$/;
const FACT = /^>[ \t]*([A-Za-z]+):(.*)$/;
const FACT_NAMES: readonly string[] = ['source', 'published', 'updated', 'modified', 'canonical', 'url'];

/**
 * Reads the `.md` alternate of `slug`. Problems: `wrong-type` for a web page, `malformed` without a title line, `identity-mismatch`
 * when its source is another article of the site, `too-large`.
 */
export function parseMarkdownAlternate(text: string, slug: string): Result<ArticleDraft> {
  if (isWebPage(text)) return fail(problem('wrong-type', 'a web page for Markdown'));
  const lines = (cleanBlock(text) ?? '').split('\n');
  const title = TITLE.exec(lines[0] ?? '')?.[1];
  const headline = title === undefined ? null : cleanLine(title.trim().replace(CLOSING_MARKS, ''), LONGEST_HEADLINE);
  if (headline === null) return fail(problem('malformed', 'Markdown without a title'));

  const { facts, bodyStart } = readFacts(lines);
  const source = sourceOf(facts, slug);
  const claimed = source === null ? null : slugOfAddress(source);
  if (claimed !== null && claimed !== slug) return fail(problem('identity-mismatch'));

  const articleBody = cleanBlock(lines.slice(bodyStart).join('\n'));
  if ((articleBody?.length ?? 0) > LONGEST_BODY) return fail(problem('too-large'));
  return succeed(
    told({
      headline,
      articleBody,
      bodyFormat: articleBody === null ? null : 'markdown',
      datePublished: readDate(facts.get('published')),
      dateModified: readDate(facts.get('updated') ?? facts.get('modified')),
      canonicalSource: source === null || isOnSite(source) ? null : source,
    }),
  );
}

/** The facts below the title by lower-case name, and the line at which the body begins. */
function readFacts(lines: readonly string[]): { facts: ReadonlyMap<string, string>; bodyStart: number } {
  const facts = new Map<string, string>();
  let at = 1;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  for (; at < lines.length; at += 1) {
    const [, name = '', value = ''] = FACT.exec(lines[at] ?? '') ?? [];
    if (!FACT_NAMES.includes(name.toLowerCase())) break;
    facts.set(name.toLowerCase(), value.trim());
  }
  return { facts, bodyStart: at };
}

/** Written bare, as `<address>` or as `[words](address)`. */
function sourceOf(facts: ReadonlyMap<string, string>, slug: string): string | null {
  const value = facts.get('source') ?? facts.get('canonical') ?? facts.get('url') ?? '';
  const address = /^<(.+)>$/.exec(value)?.[1] ?? /\]\(([^()\s]+)\)/.exec(value)?.[1] ?? value;
  return address === '' ? null : webAddress(address, articleAddress(slug));
}
