import { expect, it, vi } from 'vitest';
import { createUnsavedNotes } from '../../services/unsaved-notes.ts';

function memory() {
  const held = new Map<string, string>();
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, text: string) => void held.set(key, text),
    removeItem: (key: string) => void held.delete(key),
  };
}

it('keeps one text an article until it is taken away', () => {
  const storage = memory();
  const notes = createUnsavedNotes(storage);
  notes.write('a', 'one');
  notes.write('a', 'two');
  notes.write('b', 'three');
  expect([notes.read('a'), notes.read('b'), notes.read('c')]).toEqual(['two', 'three', null]);
  notes.write('a', null);
  expect(notes.read('a')).toBeNull();
  expect(storage.held.size).toBe(1);
});

it('says in the log that there is no room, and goes on', () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  createUnsavedNotes({ ...memory(), setItem: full }).write('a', 'one');
  expect(log).toHaveBeenCalledOnce();
  log.mockRestore();
});
