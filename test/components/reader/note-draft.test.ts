import { expect, it } from 'vitest';
import { createNoteDraft } from '../../../components/reader/note-draft.ts';

/** A draft over a store that answers when the test says, at a clock that passes when the test says. */
function aDraft(stored: string, aside: string | null = null) {
  const kept: string[] = [];
  const answers: ((isDone: boolean) => void)[] = [];
  const timers = new Set<() => void>();
  const unsaved = { text: aside };
  const draft = createNoteDraft(stored, {
    keepNote(text) {
      kept.push(text);
      return new Promise((answer) => answers.push(answer));
    },
    unsaved: {
      read: () => unsaved.text,
      write(text) {
        unsaved.text = text;
      },
    },
    after(_, run) {
      timers.add(run);
      return () => timers.delete(run);
    },
  });
  return {
    draft,
    kept,
    unsaved,
    pause() {
      for (const run of [...timers]) run();
      timers.clear();
    },
    async answer(isDone: boolean) {
      answers.shift()?.(isDone);
      await Promise.resolve()
        .then(() => {})
        .then(() => {});
    },
  };
}

it('stores after a pause, once, without the space around it, and leaves what is in the field alone', async () => {
  const { draft, kept, pause, answer } = aDraft('');
  draft.begin();
  draft.write('Rea');
  draft.write('Read it ');
  expect(kept).toEqual([]);
  pause();
  expect(kept).toEqual(['Read it']);
  expect(draft.state.value).toBe('saving');
  draft.hear('Read it');
  await answer(true);
  expect(draft.state.value).toBe('saved');
  expect(draft.text.value).toBe('Read it ');
  draft.end();
  expect(kept).toEqual(['Read it']);
});

it('stores what was written meanwhile as soon as the storing before is done', async () => {
  const { draft, kept, pause, answer } = aDraft('');
  draft.write('one');
  pause();
  draft.write('one two');
  draft.end();
  expect(kept).toEqual(['one']);
  await answer(true);
  expect(kept).toEqual(['one', 'one two']);
  await answer(true);
  expect(draft.state.value).toBe('saved');
});

it('shows a note that was stored elsewhere, but never over what is being written', async () => {
  const { draft, answer } = aDraft('old');
  draft.hear('from another tab');
  expect(draft.text.value).toBe('from another tab');
  draft.begin();
  draft.hear('again');
  expect(draft.text.value).toBe('from another tab');
  draft.write('mine');
  draft.end();
  draft.hear('again');
  expect(draft.text.value).toBe('mine');
  await answer(true);
  draft.hear('and again');
  expect(draft.text.value).toBe('and again');
});

it('says when storing failed, and tries again with the next letter', async () => {
  const { draft, kept, pause, answer } = aDraft('');
  draft.write('a');
  draft.end();
  await answer(false);
  expect(draft.state.value).toBe('failed');
  expect(draft.text.value).toBe('a');
  draft.write('ab');
  pause();
  await answer(true);
  expect(kept).toEqual(['a', 'ab']);
  expect(draft.state.value).toBe('saved');
});

it('puts the text aside when the page is left, and takes it up the next time', async () => {
  const { draft, unsaved, kept } = aDraft('old');
  draft.write('old and new');
  draft.leave();
  expect(unsaved.text).toBe('old and new');
  expect(kept).toEqual(['old and new']);
  const next = aDraft('old', unsaved.text);
  expect(next.draft.text.value).toBe('old and new');
  expect(next.kept).toEqual(['old and new']);
  await next.answer(true);
  expect(next.unsaved.text).toBeNull();
});

it('stores nothing when nothing was changed', () => {
  const { draft, kept, unsaved } = aDraft('same');
  draft.begin();
  draft.write('same ');
  draft.end();
  draft.leave();
  expect(kept).toEqual([]);
  expect(unsaved.text).toBeNull();
});
