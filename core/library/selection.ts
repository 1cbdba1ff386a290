/**
 * Which articles of a list are selected, as a value: a few by name, or all that the list finds except a few by name. So
 * everything in a library of any size can be selected without its names being in the page.
 */
export interface Selection {
  /** Whether `named` are the exceptions from everything found, or the selected articles themselves. */
  readonly kind: 'some' | 'all-but';
  /** Slugs. */
  readonly named: ReadonlySet<string>;
  /** The article that was selected or unselected last: where a range begins. */
  readonly anchor: string | null;
  /** What the last range selected that was not selected before it: the next range from the same anchor takes its place. */
  readonly stretch: readonly string[];
}

export const NOTHING_SELECTED: Selection = { kind: 'some', named: new Set(), anchor: null, stretch: [] };

/** Everything that the list finds, now and later. */
export const ALL_SELECTED: Selection = { ...NOTHING_SELECTED, kind: 'all-but' };

export function isSelected({ kind, named }: Selection, slug: string): boolean {
  return named.has(slug) === (kind === 'some');
}

/** How many are selected of a list of `total`. */
export function selectedCount({ kind, named }: Selection, total: number): number {
  return kind === 'some' ? named.size : Math.max(0, total - named.size);
}

/** With `slug` selected when it was not, and the other way round; a range now begins at it. */
export function toggled(selection: Selection, slug: string): Selection {
  const changed = withEach(selection, [slug], !isSelected(selection, slug));
  return { ...changed, anchor: slug, stretch: [] };
}

/** With `slug` selected, and ranges beginning at it. */
export function begunAt(selection: Selection, slug: string): Selection {
  return { ...withEach(selection, [slug], true), anchor: slug, stretch: [] };
}

/** With all of `range` selected, which reaches from the anchor to where the reader is now, instead of the range before. */
export function stretchedOver(selection: Selection, range: readonly string[]): Selection {
  const before = withEach(selection, selection.stretch, false);
  const stretch = range.filter((slug) => !isSelected(before, slug));
  return { ...withEach(before, stretch, true), stretch };
}

/** Without articles that left the library: they are neither selected nor exceptions. */
export function withoutGone(selection: Selection, slug: string): Selection {
  if (!selection.named.has(slug)) return selection;
  const named = new Set(selection.named);
  named.delete(slug);
  return { ...selection, named, stretch: selection.stretch.filter((other) => other !== slug) };
}

/** The slugs that are selected, where `found` are those of everything the list finds; a few by name need no `found`. */
export function selectedSlugs(selection: Selection, found: readonly string[]): readonly string[] {
  return selection.kind === 'some' ? [...selection.named] : found.filter((slug) => !selection.named.has(slug));
}

function withEach(selection: Selection, slugs: readonly string[], on: boolean): Selection {
  const named = new Set(selection.named);
  const isNamed = on === (selection.kind === 'some');
  for (const slug of slugs) {
    if (isNamed) named.add(slug);
    else named.delete(slug);
  }
  return { ...selection, named };
}
