import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TopHits } from '../../../../core/search/query/top-hits.ts';

test('the top hits are the first of all hits sorted by score, then by latest document', () => {
  const check = fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.nat(12), (scores, limit) => {
    const top = new TopHits(limit);
    for (const [doc, score] of scores.entries()) top.offer(doc, score);
    const all = scores.map((score, doc) => ({ doc, score }));
    all.sort((one, other) => other.score - one.score || other.doc - one.doc);
    expect(top.best()).toEqual(all.slice(0, limit));
  });
  fc.assert(check, { numRuns: 2_000 });
});
