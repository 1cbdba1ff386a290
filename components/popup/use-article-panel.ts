import { useEffect, useState } from 'preact/hooks';
import type { Entity } from '../../core/article/article.ts';
import { type PageState, pageStateOf } from '../../core/library/page-state.ts';
import type { Problem } from '../../core/problem.ts';
import type { Result } from '../../core/result.ts';
import type { PopupService, PopupSubject } from '../../services/popup.ts';
import { type PagePreview, previewPage } from './page-preview.ts';

export interface PanelActions {
  readonly save: () => void;
  readonly remove: () => void;
  readonly undo: () => void;
}

interface About {
  readonly headline: string;
  readonly inLanguage: string | null;
  readonly topics: readonly string[];
  readonly entities: readonly Entity[];
}

/** What a person just did here, on top of what is stored. */
type Deed =
  | { readonly kind: 'none' }
  | { readonly kind: 'saving' }
  /** Acknowledged; what is stored is being read again. */
  | { readonly kind: 'saved'; readonly slug: string }
  | { readonly kind: 'removed'; readonly slug: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** The state behind the article panel: what is stored, what the page says of itself, and what was just done. */
export function useArticlePanel(
  subject: PopupSubject & { kind: 'article' },
  service: PopupService,
  reload: () => Promise<void>,
) {
  const [preview, setPreview] = useState<PagePreview | null>(null);
  const [deed, setDeed] = useState<Deed>({ kind: 'none' });

  useEffect(() => {
    previewPage(service, subject.slug).then(setPreview);
  }, [service, subject.slug]);

  /** The slug it is saved under: another than the tab's when the site renamed it. */
  const savedAs = deed.kind === 'saved' ? deed.slug : (subject.record?.slug ?? null);

  /** Ends a deed: shows what is stored now, or why it failed. */
  const settle = async (answer: Result<unknown>, done: Deed): Promise<void> => {
    await reload();
    setDeed(answer.ok ? done : { kind: 'failed', problem: answer.problem });
  };

  const actions: PanelActions = {
    async save() {
      setDeed({ kind: 'saving' });
      const answer = await service.save();
      if (answer.ok && answer.value.outcome !== 'queued') setDeed({ kind: 'saved', slug: answer.value.slug });
      await settle(answer, { kind: 'none' });
    },
    async remove() {
      const slug = savedAs ?? subject.slug;
      await settle(await service.remove(slug), { kind: 'removed', slug });
    },
    async undo() {
      if (deed.kind === 'removed') await settle(await service.restore(deed.slug), { kind: 'none' });
    },
  };

  const stored = pageStateOf(subject.record, subject.queued, preview?.dateModified ?? null);
  const state: PageState = deed.kind === 'none' || deed.kind === 'removed' ? stored : deed;
  return { about: aboutOf(subject, preview), state, savedAs, canUndo: deed.kind === 'removed', actions };
}

function aboutOf(subject: PopupSubject & { kind: 'article' }, preview: PagePreview | null): About {
  const { record, title, slug } = subject;
  if (record !== null) return record;
  return {
    headline: preview?.headline || title || slug,
    inLanguage: preview?.inLanguage ?? null,
    topics: preview?.topics ?? [],
    entities: preview?.entities ?? [],
  };
}
