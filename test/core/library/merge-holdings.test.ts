import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Kept, mergeHoldings, outlineOf, planMerge } from '../../../core/library/merge-holdings.ts';
import { fold } from '../../../core/query/fold.ts';
import { arbitraryKept } from '../../support/arbitrary-kept.ts';

const AT = 1_800_000_000_000;
const SLUG = 'one-article';
const kept = arbitraryKept(SLUG);
const pairs = fc.tuple(fc.option(kept, { nil: null, freq: 8 }), kept);

/** Everything there is to lose of what is kept, as sentences. */
function contentsOf({ article, body, revisions, originals }: Kept): string[] {
  const { own } = article;
  return [
    ...[article.contentHash, ...revisions.map(({ contentHash }) => contentHash)].map((hash) => `content ${hash}`),
    ...[body.articleBody, ...revisions.map(({ content }) => content.articleBody)].map((text) => `body ${text}`),
    ...originals.map(({ source }) => `original ${source}`),
    ...own.tags.map((tag) => `tag ${fold(tag)}`),
    ...(own.note?.split('\n\n') ?? []).map((paragraph) => `note ${paragraph}`),
    ...(['readAt', 'starredAt', 'archivedAt'] as const).filter((mark) => own[mark] !== null),
  ];
}

const setOf = (held: Kept): ReadonlySet<string> => new Set(contentsOf(held));

function versionsIn(held: Kept): ReadonlySet<string> {
  return new Set([held.article.contentHash, ...held.revisions.map(({ contentHash }) => contentHash)]);
}

describe('merging two holdings of one article', () => {
  it('loses nothing of either, and makes nothing up', () => {
    fc.assert(
      fc.property(pairs, ([present, incoming]) => {
        const all = new Set([...(present === null ? [] : contentsOf(present)), ...contentsOf(incoming)]);
        expect(setOf(mergeHoldings(present, incoming, AT).kept)).toEqual(all);
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing when it is done again, with either of the two', () => {
    fc.assert(
      fc.property(pairs, ([present, incoming]) => {
        const once = mergeHoldings(present, incoming, AT);
        for (const again of [incoming, ...(present === null ? [] : [present])]) {
          const twice = mergeHoldings(once.kept, again, AT + 1);
          expect(twice).toEqual({
            outcome: 'same',
            conflicts: [],
            kept: { ...once.kept, revisions: expect.any(Array) },
          });
          expect(twice.kept.revisions).toHaveLength(once.kept.revisions.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("puts content that is not what its file says it is in nobody's place, and loses it as little", () => {
    fc.assert(
      fc.property(kept, kept, (present, incoming) => {
        const merged = mergeHoldings(present, { ...incoming, isDoubtful: true }, AT).kept;
        expect(merged.article.contentHash).toBe(present.article.contentHash);
        expect(merged.body).toEqual(present.body);
        expect(setOf(merged)).toEqual(new Set([...contentsOf(present), ...contentsOf(incoming)]));
      }),
      { numRuns: 200 },
    );
  });

  it('says `same` only of what it leaves as it was', () => {
    fc.assert(
      fc.property(kept, kept, (present, incoming) => {
        const { outcome, kept: merged } = mergeHoldings(present, incoming, AT);
        const sorted = (held: Kept) => ({ ...held, revisions: [...versionsIn(held)].sort() });
        const isAsItWas = JSON.stringify(sorted(merged)) === JSON.stringify(sorted(present));
        expect(outcome === 'same').toBe(isAsItWas);
      }),
    );
  });

  it('comes to the same content, own data and place whichever of the two is here', () => {
    fc.assert(
      fc.property(kept, kept, (one, other) => {
        const here = mergeHoldings(one, other, AT).kept;
        const there = mergeHoldings(other, one, AT).kept;
        expect(here.article.contentHash).toBe(there.article.contentHash);
        expect(setOf(here)).toEqual(setOf(there));
        const { checkedAt, goneAt } = there.article;
        const savedAt = Math.min(one.article.savedAt, other.article.savedAt);
        expect(here.article).toMatchObject({ savedAt, checkedAt, goneAt, order: one.article.order });
        expect(here.removedAt).toBe(there.removedAt);
      }),
    );
  });

  it('is decided without bodies and bytes just as it is carried out', () => {
    fc.assert(
      fc.property(pairs, ([present, incoming]) => {
        const plan = planMerge(present === null ? null : outlineOf(present), outlineOf(incoming));
        const { outcome, conflicts, kept: merged } = mergeHoldings(present, incoming, AT);
        expect({ outcome, conflicts }).toEqual({ outcome: plan.outcome, conflicts: plan.conflicts });
        expect([merged.article, merged.removedAt]).toEqual([plan.article, plan.removedAt]);
      }),
    );
  });
});

const base = (): Kept => {
  const [drawn] = fc.sample(arbitraryKept(SLUG), { numRuns: 1, seed: 1 });
  if (drawn === undefined) throw new Error('nothing drawn');
  const own = { tags: [], readAt: null, starredAt: null, archivedAt: null };
  const article = { ...drawn.article, own, savedAt: 10, checkedAt: 20, goneAt: null, dateModified: '2026-06-28' };
  return { ...drawn, article, revisions: [], removedAt: null };
};

const version = (contentHash: string, dateModified: string | null, checkedAt = 20): Kept => {
  const held = base();
  const article = { ...held.article, contentHash, dateModified, checkedAt };
  return { ...held, article, body: { ...held.body, articleBody: `Body ${contentHash}` } };
};

describe('what wins', () => {
  it('takes the content that the site changed later, and keeps the other as a revision', () => {
    const merged = mergeHoldings(version('old', '2026-06-28'), version('new', '2026-06-29'), AT);
    expect(merged.outcome).toBe('updated');
    expect(merged.kept.body.articleBody).toBe('Body new');
    expect(merged.kept.revisions).toMatchObject([
      { contentHash: 'old', replacedAt: AT, content: { articleBody: 'Body old' } },
    ]);
    expect(merged.conflicts).toMatchObject([{ slug: SLUG, kind: 'content', kept: 'file' }]);
  });

  it('keeps newer content that is here, with the file’s as a revision', () => {
    const merged = mergeHoldings(version('new', '2026-06-29'), version('old', '2026-06-28', 99), AT);
    expect(merged.kept.body.articleBody).toBe('Body new');
    expect(merged.kept.revisions).toMatchObject([{ contentHash: 'old' }]);
    expect(merged.conflicts).toMatchObject([{ kind: 'content', kept: 'library' }]);
  });

  it('goes by when the site was last asked where the site gives no date', () => {
    const merged = mergeHoldings(version('here', null, 20), version('there', null, 21), AT);
    expect(merged.kept.body.articleBody).toBe('Body there');
  });

  it('is no conflict when one of them has been the other before', () => {
    const before = version('old', '2026-06-28');
    const after = mergeHoldings(before, version('new', '2026-06-29'), AT).kept;
    expect(mergeHoldings(before, after, AT)).toMatchObject({ outcome: 'updated', conflicts: [] });
    expect(mergeHoldings(after, before, AT)).toMatchObject({ outcome: 'same', conflicts: [] });
  });

  it('joins two different notes and says so', () => {
    const noted = (note: string): Kept => {
      const held = base();
      return { ...held, article: { ...held.article, own: { ...held.article.own, note } } };
    };
    const merged = mergeHoldings(noted('mine'), noted('theirs'), AT);
    expect(merged.kept.article.own.note).toBe('mine\n\ntheirs');
    expect(merged).toMatchObject({ outcome: 'united', conflicts: [{ kind: 'note', kept: 'both' }] });
    expect(mergeHoldings(noted('mine\n\ntheirs'), noted('theirs'), AT).outcome).toBe('same');
  });

  it('takes what the file holds as saved out of the bin, and removes nothing that is saved here', () => {
    const saved = base();
    const binned = { ...saved, removedAt: 1_000 };
    expect(mergeHoldings(binned, saved, AT)).toMatchObject({ outcome: 'added', kept: { removedAt: null } });
    expect(mergeHoldings(saved, binned, AT)).toMatchObject({ outcome: 'same', kept: { removedAt: null } });
    const later = { ...saved, removedAt: 2_000 };
    expect(mergeHoldings(binned, later, AT)).toMatchObject({ outcome: 'united', kept: { removedAt: 2_000 } });
  });
});
