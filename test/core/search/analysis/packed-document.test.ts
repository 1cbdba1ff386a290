import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseArticle } from '../../../../core/search/analysis/analyse-article.ts';
import { packArticle, unpackDocument } from '../../../../core/search/analysis/packed-document.ts';
import { TermTable } from '../../../../core/search/analysis/term-table.ts';
import { TokenList } from '../../../../core/search/analysis/token-list.ts';
import { decodeUtf8 } from '../../../../core/search/bytes/utf8.ts';
import { articles } from '../libraries.ts';

function termsOf(tokens: TokenList, table: TermTable): readonly (string | null)[] {
  return Array.from(tokens.ids.subarray(0, tokens.length), (id) => (id === 0 ? null : decodeUtf8(table.bytesOf(id))));
}

test('a packed article unpacks to what analysing it gives, also among others', () => {
  const check = fc.property(fc.array(articles, { minLength: 1, maxLength: 4 }), (given) => {
    const [direct, directTable] = [new TokenList(), new TermTable()];
    const [unpacked, unpackedTable] = [new TokenList(), new TermTable()];
    for (const fields of given) {
      const ends = unpackDocument(packArticle(fields), unpackedTable, unpacked);
      expect(ends).toEqual(analyseArticle(fields, directTable, direct));
    }
    expect(termsOf(unpacked, unpackedTable)).toEqual(termsOf(direct, directTable));
  });
  fc.assert(check, { numRuns: 500 });
});

test('a packed article with a changed byte or without its end is refused', () => {
  const check = fc.property(
    articles,
    fc.nat(),
    fc.integer({ min: 1, max: 255 }),
    fc.boolean(),
    (fields, at, flip, cut) => {
      const packed = packArticle(fields);
      const index = at % packed.length;
      const damaged = cut
        ? packed.slice(0, index)
        : packed.map((byte, place) => (place === index ? byte ^ flip : byte));
      const tokens = new TokenList();
      expect(unpackDocument(damaged, new TermTable(), tokens)).toBeNull();
      expect(tokens.length).toBe(0);
    },
  );
  fc.assert(check, { numRuns: 2_000 });
});
