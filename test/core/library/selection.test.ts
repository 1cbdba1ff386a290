import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_SELECTED,
  isSelected,
  NOTHING_SELECTED,
  type Selection,
  selectedCount,
  selectedSlugs,
  stretchedOver,
  toggled,
  withoutGone,
} from '../../../core/library/selection.ts';

const LIST = ['a', 'b', 'c', 'd', 'e', 'f'];
const selectedOf = (selection: Selection) => LIST.filter((slug) => isSelected(selection, slug));

describe('a selection', () => {
  it('takes an article in and out again', () => {
    const one = toggled(NOTHING_SELECTED, 'b');
    expect(selectedOf(one)).toEqual(['b']);
    expect(one.anchor).toBe('b');
    expect(selectedOf(toggled(one, 'b'))).toEqual([]);
  });

  it('stretches over a range, and over another one instead when the reader goes on', () => {
    const longer = stretchedOver(toggled(NOTHING_SELECTED, 'b'), ['b', 'c', 'd']);
    expect(selectedOf(longer)).toEqual(['b', 'c', 'd']);
    expect(selectedOf(stretchedOver(longer, ['b', 'c']))).toEqual(['b', 'c']);
  });

  it('does not lose what was selected before a range reached it', () => {
    const two = toggled(toggled(NOTHING_SELECTED, 'd'), 'b');
    const back = stretchedOver(stretchedOver(two, ['b', 'c', 'd', 'e']), ['b']);
    expect(selectedOf(back)).toEqual(['b', 'd']);
  });

  it('of everything grows with what is found and keeps its exceptions', () => {
    const all = toggled(ALL_SELECTED, 'c');
    expect(selectedCount(all, 6)).toBe(5);
    expect(selectedSlugs(all, LIST)).toEqual(['a', 'b', 'd', 'e', 'f']);
    expect(isSelected(all, 'saved later')).toBe(true);
    expect(selectedCount(all, 0)).toBe(0);
  });

  it('forgets what left the library, so that it counts right', () => {
    expect(selectedCount(withoutGone(toggled(ALL_SELECTED, 'c'), 'c'), 5)).toBe(5);
    expect(selectedCount(withoutGone(toggled(NOTHING_SELECTED, 'c'), 'c'), 5)).toBe(0);
    const one = toggled(NOTHING_SELECTED, 'c');
    expect(withoutGone(one, 'a')).toBe(one);
  });
});

interface Step {
  readonly do: 'toggle' | 'stretch' | 'all' | 'clear';
  /** The place of the article that is touched. */
  readonly at: number;
}
const aStep: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('toggle', 'toggle', 'stretch', 'stretch', 'all', 'clear'),
  at: fc.nat(LIST.length - 1),
});

/** What a person means, with a plain set: `before` is the selection without the range that can still change. */
interface Model {
  readonly before: ReadonlySet<string>;
  readonly anchor: number | null;
  readonly end: number | null;
}

function rangeOf({ anchor, end }: Pick<Model, 'anchor' | 'end'>): readonly string[] {
  if (anchor === null || end === null) return [];
  return LIST.slice(Math.min(anchor, end), Math.max(anchor, end) + 1);
}

const shown = (model: Model) => new Set([...model.before, ...rangeOf(model)]);

function step(model: Model, next: Step): Model {
  if (next.do === 'all') return { before: new Set(LIST), anchor: null, end: null };
  if (next.do === 'clear') return { before: new Set(), anchor: null, end: null };
  if (next.do === 'stretch') return model.anchor === null ? model : { ...model, end: next.at };
  const before = new Set(shown(model));
  const slug = LIST[next.at] ?? '';
  if (!before.delete(slug)) before.add(slug);
  return { before, anchor: next.at, end: null };
}

function play(selection: Selection, next: Step): Selection {
  if (next.do === 'all') return ALL_SELECTED;
  if (next.do === 'clear') return NOTHING_SELECTED;
  if (next.do === 'toggle') return toggled(selection, LIST[next.at] ?? '');
  const anchor = selection.anchor === null ? null : LIST.indexOf(selection.anchor);
  return anchor === null ? selection : stretchedOver(selection, rangeOf({ anchor, end: next.at }));
}

it('selects what a plain set of the same steps has, by name or as everything but a few', () => {
  fc.assert(
    fc.property(fc.array(aStep, { maxLength: 12 }), (steps) => {
      const selection = steps.reduce(play, NOTHING_SELECTED);
      const wanted = [...shown(steps.reduce(step, { before: new Set<string>(), anchor: null, end: null }))].sort();
      expect(selectedOf(selection)).toEqual(wanted);
      expect([...selectedSlugs(selection, LIST)].sort()).toEqual(wanted);
      expect(selectedCount(selection, LIST.length)).toBe(wanted.length);
    }),
  );
});
