import { type ArticleFields, textsByTier } from './article-fields.ts';
import { scanWords } from './scan-words.ts';
import type { TermTable } from './term-table.ts';
import { GAP, type TokenList } from './token-list.ts';

/** Where in the tokens of an article its first and second tier end, counted from its first token. */
export interface TierEnds {
  readonly first: number;
  readonly second: number;
}

/** Appends the terms of an article, tier after tier, each text followed by a gap: a token's index is its position. */
export function analyseArticle(fields: ArticleFields, table: TermTable, tokens: TokenList): TierEnds {
  const start = tokens.length;
  const ends = textsByTier(fields).map((texts) => {
    for (const text of texts) {
      const before = tokens.length;
      scanWords(text, table, tokens);
      if (tokens.length > before) tokens.push(GAP);
    }
    return tokens.length - start;
  });
  return { first: ends[0] ?? 0, second: ends[1] ?? 0 };
}
