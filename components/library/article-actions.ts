import { type ArticleRecord, MARKED_AT, type Mark } from '../../core/library/records.ts';
import { printRoute } from '../../core/library/route.ts';
import type { Problem } from '../../core/problem.ts';
import { problemMessage } from '../problem-message.ts';
import type { Translate } from '../translation.ts';
import { type Cursor, cursorBeside } from './cursor.ts';
import type { PageModel } from './page-model.ts';

/** What a person does to an article; each tells its outcome in a toast and can be undone from there. */
export interface ArticleActions {
  open(slug: string): void;
  mark(record: ArticleRecord, mark: Mark, on: boolean): Promise<void>;
  remove(record: ArticleRecord): Promise<void>;
  /** Asks the site for a newer version. */
  refresh(record: ArticleRecord): Promise<void>;
}

/** Whether the reader marked the article so. */
export function isMarked({ own }: ArticleRecord, mark: Mark): boolean {
  return own[MARKED_AT[mark]] !== null;
}

export function createArticleActions(model: PageModel, t: Translate): ArticleActions {
  const { toasts, results, cursor, route, listHash } = model;
  const { library, location } = model.services;

  async function setMark(slug: string, mark: Mark, on: boolean): Promise<boolean> {
    const outcome = await library.change(slug, { kind: 'mark', mark, on });
    if (!outcome.ok) report(outcome.problem);
    return outcome.ok;
  }
  function report({ kind }: Problem) {
    toasts.show(problemMessage(kind, t));
  }
  async function restore(slug: string, before: Cursor | null) {
    const outcome = await library.restore(slug);
    if (!outcome.ok) report(outcome.problem);
    else cursor.value = { slug, index: before?.index ?? 0, focus: true };
  }
  return {
    open: (slug) => location.go(printRoute({ page: 'article', slug })),
    async mark({ slug }, mark, on) {
      if (!(await setMark(slug, mark, on))) return;
      toasts.show(markMessage(mark, on, t), () => void setMark(slug, mark, !on));
    },
    async remove({ slug, headline }) {
      const before = cursor.value;
      const beside = cursorBeside(results.value, slug);
      const outcome = await library.remove(slug);
      if (!outcome.ok) {
        report(outcome.problem);
        return;
      }
      cursor.value = beside;
      if (route.value.page === 'article') location.go(listHash.value);
      toasts.show(t('library.removed', [headline]), () => void restore(slug, before));
    },
    async refresh({ slug }) {
      const outcome = await library.refresh(slug);
      if (!outcome.ok) report(outcome.problem);
      else toasts.show(t(REFRESHED[outcome.value]));
    },
  };
}

const REFRESHED = {
  updated: 'library.refreshed.updated',
  unchanged: 'library.refreshed.unchanged',
  queued: 'library.refreshed.queued',
} as const;

function markMessage(mark: Mark, on: boolean, t: Translate): string {
  const messages = {
    read: [t('library.marked.unread'), t('library.marked.read')],
    starred: [t('library.marked.unstarred'), t('library.marked.starred')],
    archived: [t('library.marked.unarchived'), t('library.marked.archived')],
  } as const;
  return messages[mark][on ? 1 : 0];
}
