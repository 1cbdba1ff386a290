import { problem } from '../../core/problem.ts';
import type { PageDescription, SaveAnswer } from '../../core/protocol.ts';
import { fail, succeed } from '../../core/result.ts';
import type { PopupService, PopupSubject } from '../../services/popup.ts';

/** A popup service whose answers a test sets and whose calls it can read. */
export interface FakePopupService extends PopupService {
  current: PopupSubject;
  page: PageDescription | null;
  /** Answers the save under way. */
  answerSave(answer: SaveAnswer): void;
  /** Tells the popup that something was written somewhere. */
  announce(): void;
  readonly calls: string[];
}

export function fakePopupService(subject: PopupSubject, page: PageDescription | null = null): FakePopupService {
  const listeners = new Set<() => void>();
  let answer: (answer: SaveAnswer) => void = () => {};
  const fake: FakePopupService = {
    current: subject,
    page,
    calls: [],
    answerSave: (given) => answer(given),
    announce: () => {
      for (const listener of listeners) listener();
    },
    subject: async () => fake.current,
    describePage: async () => fake.page,
    save() {
      fake.calls.push('save');
      return new Promise((resolve) => {
        answer = resolve;
      });
    },
    async remove(slug) {
      fake.calls.push(`remove ${slug}`);
      if (fake.current.kind !== 'article') return fail(problem('not-in-library'));
      fake.current = { ...fake.current, record: null };
      return succeed(null);
    },
    async restore(slug) {
      fake.calls.push(`restore ${slug}`);
      return succeed(null);
    },
    async allowAccess() {
      fake.calls.push('allow access');
      return true;
    },
    async openSearch(queryText) {
      fake.calls.push(`search ${queryText}`);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return fake;
}
