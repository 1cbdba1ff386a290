import type { OwnChange } from '../../core/library/own-change.ts';
import type { ArticleRecord, Mark } from '../../core/library/records.ts';
import { printRoute } from '../../core/library/route.ts';
import type { Problem } from '../../core/problem.ts';
import { problemMessage } from '../problem-message.ts';
import type { Translate } from '../translation.ts';
import { type BulkActions, createBulkActions } from './bulk-actions.ts';
import { type Cursor, cursorBeside } from './cursor.ts';
import type { PageModel } from './page-model.ts';

/** What a person does to an article; each tells its outcome in a toast and can be undone from there. */
export interface ArticleActions {
  open(slug: string): void;
  mark(record: ArticleRecord, mark: Mark, on: boolean): Promise<void>;
  /** Gives the article a tag of the reader's, or takes it away. */
  tag(record: ArticleRecord, tag: string, on: boolean): Promise<void>;
  /** Keeps a note with the article, without a word when it succeeds; whether it did. */
  note(slug: string, text: string): Promise<boolean>;
  remove(record: ArticleRecord): Promise<void>;
  /** Asks the site for a newer version. */
  refresh(record: ArticleRecord): Promise<void>;
  /** The same for all selected articles. */
  readonly selected: BulkActions;
}

export function createArticleActions(model: PageModel, t: Translate): ArticleActions {
  const { toasts, results, cursor, route, listHash } = model;
  const { library, location } = model.services;

  async function change(slug: string, wanted: OwnChange): Promise<boolean> {
    const outcome = await library.change(slug, wanted);
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
    selected: createBulkActions(model, t),
    async mark({ slug }, mark, on) {
      if (!(await change(slug, { kind: 'mark', mark, on }))) return;
      toasts.show(markMessage(mark, on, t), () => void change(slug, { kind: 'mark', mark, on: !on }));
    },
    async tag({ slug }, tag, on) {
      if (!(await change(slug, { kind: 'tag', tag, on }))) return;
      const message = on ? t('library.tags.added', [tag]) : t('library.tags.removed', [tag]);
      toasts.show(message, () => void change(slug, { kind: 'tag', tag, on: !on }));
    },
    note: (slug, text) => change(slug, { kind: 'note', text }),
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
