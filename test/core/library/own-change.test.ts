import { expect, it } from 'vitest';
import { changedOwn, LONGEST_NOTE, type OwnChange, reversed } from '../../../core/library/own-change.ts';
import { NO_OWN_DATA } from '../../../core/library/records.ts';

const AT = 5;
const own = { ...NO_OWN_DATA, tags: ['AI'], starredAt: 1, note: 'A note.' };

it.each<OwnChange>([
  { kind: 'mark', mark: 'starred', on: true },
  { kind: 'mark', mark: 'read', on: false },
  { kind: 'tag', tag: ' ai ', on: true },
  { kind: 'tag', tag: 'ai', on: false },
  { kind: 'tag', tag: ' ', on: true },
  { kind: 'note', text: ' A note.\n' },
])('leaves the very same object when it is so already: %o', (change) => {
  expect(changedOwn(own, change, AT)).toBe(own);
});

it('puts marks at their moment, tags at the end, and notes without space around them', () => {
  expect(changedOwn(own, { kind: 'mark', mark: 'read', on: true }, AT)).toEqual({ ...own, readAt: AT });
  expect(changedOwn(own, { kind: 'tag', tag: ' to  read', on: true }, AT)).toEqual({ ...own, tags: ['AI', 'to read'] });
  expect(changedOwn(own, { kind: 'note', text: ' Other. ' }, AT)).toEqual({ ...own, note: 'Other.' });
  expect(changedOwn(own, { kind: 'note', text: ' ' }, AT)).not.toHaveProperty('note');
});

it('keeps no more of a note than fits, and never half a character', () => {
  const { note } = changedOwn(own, { kind: 'note', text: `${'x'.repeat(LONGEST_NOTE - 1)}🦊` }, AT);
  expect(note).toHaveLength(LONGEST_NOTE);
  expect(note?.isWellFormed()).toBe(true);
});

it.each<OwnChange>([
  { kind: 'mark', mark: 'archived', on: true },
  { kind: 'tag', tag: 'new', on: true },
])('is taken back by its reverse: %o', (change) => {
  const back = reversed(change);
  expect(back && changedOwn(changedOwn(own, change, AT), back, AT)).toEqual(own);
});
