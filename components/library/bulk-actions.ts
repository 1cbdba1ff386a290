import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { isMarked, type OwnChange, reversed } from '../../core/library/own-change.ts';
import type { Mark } from '../../core/library/records.ts';
import { isSelected } from '../../core/library/selection.ts';
import { asksForOwn } from '../../core/query/own-conditions.ts';
import type { Result } from '../../core/result.ts';
import type { LongWork } from '../../services/library.ts';
import { problemMessage } from '../problem-message.ts';
import type { Translate } from '../translation.ts';
import { doneMessage } from './bulk-messages.ts';
import type { PageModel } from './page-model.ts';

/** What is done to the selected articles, in one go: one message, and one way back, for all of them. */
export interface BulkActions {
  /** How far the work is that goes on; null when there is none. One goes on at a time: others are not begun. */
  readonly work: ReadonlySignal<BulkWork | null>;
  /** Whether the reader is asked for a tag to add or to take away. */
  readonly asking: Signal<'add' | 'remove' | null>;
  change(change: OwnChange): Promise<void>;
  /** Puts the mark on the selected articles, or takes it away when all that are here have it. */
  toggle(mark: Mark): Promise<void>;
  remove(): Promise<void>;
  /** Stops the work; what is done stays done, and can be undone. */
  cancel(): void;
}

export interface BulkWork {
  readonly done: number;
  readonly total: number;
}

type Step = (slugs: readonly string[], work: LongWork) => Promise<Result<readonly string[]>>;

interface Outcome {
  /** The slugs of the articles that were changed. */
  readonly changed: readonly string[];
  readonly isStopped: boolean;
}

export function createBulkActions(model: PageModel, t: Translate): BulkActions {
  const { toasts, selection, query, cursor } = model;
  const { library, locale } = model.services;
  const work = signal<BulkWork | null>(null);
  let stopper = new AbortController();

  /** Does `step` to articles, in view of the reader; null when it failed, which was told. */
  async function perform(total: number, slugs: () => Promise<readonly string[]>, step: Step): Promise<Outcome | null> {
    if (work.peek() !== null) return null;
    stopper = new AbortController();
    const { signal: stopped } = stopper;
    toasts.dismiss();
    work.value = { done: 0, total };
    try {
      const asked = await slugs();
      const progress = (done: number) => {
        work.value = { done, total: asked.length };
      };
      const outcome = await step(asked, { signal: stopped, progress });
      const isStopped = stopped.aborted && (work.peek()?.done ?? 0) < asked.length;
      if (outcome.ok) return { changed: outcome.value, isStopped };
      toasts.show(problemMessage(outcome.problem.kind, t));
    } catch (error) {
      console.error('The selected articles could not be read', error);
      toasts.show(problemMessage(library.problemOf(error).kind, t));
    } finally {
      work.value = null;
    }
    return null;
  }
  /** Does `step` to the selected articles; one toast tells it, and undoes it with `back`. */
  async function act(step: Step, tell: (count: number) => string, back: Step | null): Promise<Outcome | null> {
    const outcome = await perform(selection.count.peek(), selection.slugs, step);
    if (outcome === null) return null;
    const { changed, isStopped } = outcome;
    const undo = back === null || changed.length === 0 ? undefined : () => void takeBack(changed, back);
    toasts.show(isStopped ? t('library.selection.stopped', [tell(changed.length)]) : tell(changed.length), undo);
    return outcome;
  }
  async function takeBack(slugs: readonly string[], step: Step) {
    const outcome = await perform(slugs.length, async () => slugs, step);
    if (outcome?.isStopped) toasts.show(t('library.selection.stoppedUndoing'));
  }
  async function change(change: OwnChange) {
    const back = reversed(change);
    const outcome = await act(
      (slugs, of) => library.changeAll(slugs, change, of),
      (count) => doneMessage(change, count, locale, t),
      back && ((slugs, of) => library.changeAll(slugs, back, of)),
    );
    // What was selected may no longer be in the list: nothing is to be done to articles nobody sees.
    if (outcome !== null && asksForOwn(query.peek())) selection.clear();
  }
  return {
    work,
    asking: signal(null),
    change,
    async toggle(mark) {
      await change({ kind: 'mark', mark, on: !hereAll(model, mark) });
    },
    async remove() {
      const index = firstSelected(model);
      const outcome = await act(
        (slugs, of) => library.removeAll(slugs, of),
        (count) => doneMessage('remove', count, locale, t),
        (slugs, of) => library.restoreAll(slugs, of),
      );
      if (outcome === null || outcome.isStopped) return;
      selection.clear();
      // Work that took long does not take the focus from what the reader went on to.
      const focus = document.activeElement?.matches('body, .library-results *') ?? true;
      cursor.value = { slug: null, index, focus };
    },
    cancel: () => stopper.abort(),
  };
}

/** Whether all selected articles that are here have the mark. */
function hereAll(model: PageModel, mark: Mark): boolean {
  return selectedHere(model).every(({ record }) => isMarked(record.own, mark));
}

function firstSelected(model: PageModel): number {
  const [first] = selectedHere(model);
  return first === undefined ? 0 : model.results.peek().indexOf(first.record.slug);
}

function selectedHere({ results, selection }: PageModel) {
  const shown = results.peek();
  const selected = selection.selected.peek();
  const rows = Array.from({ length: shown.total }, (_, index) => shown.at(index) ?? []).flat();
  return rows.filter(({ record }) => isSelected(selected, record.slug));
}
