import type { OwnChange } from '../../core/library/own-change.ts';
import type { Mark } from '../../core/library/records.ts';
import { tagOf } from '../../core/library/tags.ts';
import type { Translate } from '../translation.ts';

const MARKED = {
  read: ['library.selection.done.unread', 'library.selection.done.read'],
  starred: ['library.selection.done.unstarred', 'library.selection.done.starred'],
  archived: ['library.selection.done.unarchived', 'library.selection.done.archived'],
} as const satisfies Record<Mark, readonly [off: string, on: string]>;

/** What a toast says of `change` (or a removal) made to `count` articles. */
export function doneMessage(change: OwnChange | 'remove', count: number, locale: string, t: Translate): string {
  const number = new Intl.NumberFormat(locale).format(count);
  if (count === 0) return t('library.selection.done.nothing');
  if (change === 'remove') return t('library.selection.done.removed', count, [number]);
  if (change.kind === 'mark') return t(MARKED[change.mark][change.on ? 1 : 0], count, [number]);
  if (change.kind === 'note') return t('library.selection.done.noted', count, [number]);
  const key = change.on ? 'library.selection.done.tagged' : 'library.selection.done.untagged';
  return t(key, count, [number, tagOf(change.tag)]);
}
