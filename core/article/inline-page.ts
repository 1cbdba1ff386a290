import { problem } from '../problem.ts';
import { fail, type Result } from '../result.ts';
import type { ArticleDraft } from './article.ts';
import { readHtml } from './html-tokens.ts';
import { parseStructured, readJson } from './parse-structured.ts';

const JSON_LD_TYPE = /^\s*application\/ld\+json\s*(?:;|$)/i;
const MOST_BLOCKS = 100;

/**
 * Reads the article of `slug` from the JSON-LD inside a page. The blocks of a page are one document; a broken block does not
 * spoil a good one. Problems: as `parseStructured`, `not-an-article` for a page without JSON-LD, `malformed` if every block is broken.
 */
export function parseInlinePage(html: string, slug: string): Result<ArticleDraft> {
  const blocks = findJsonLd(html);
  if (blocks.length === 0) return fail(problem('not-an-article', 'no JSON-LD in the page'));
  const values = blocks.map(readJson).filter((value) => value !== undefined);
  return values.length === 0 ? fail(problem('malformed', 'broken JSON-LD in the page')) : parseStructured(values, slug);
}

function findJsonLd(html: string): readonly string[] {
  const blocks: string[] = [];
  let open: string[] | null = null;
  readHtml(html, {
    onOpen(tag, attributes) {
      open = tag === 'script' && JSON_LD_TYPE.test(attributes.get('type') ?? '') ? [] : null;
    },
    onText(text) {
      open?.push(text);
    },
    onClose() {
      const block = open?.join('').trim() ?? '';
      if (block !== '' && blocks.length < MOST_BLOCKS) blocks.push(block);
      open = null;
    },
  });
  return blocks;
}
