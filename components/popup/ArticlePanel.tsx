import { topicLabel } from '../../core/library/topic-label.ts';
import type { PopupService, PopupSubject } from '../../services/popup.ts';
import { useTranslate } from '../translation.ts';
import { ArticleActions } from './ArticleActions.tsx';
import { ArticleStatus } from './ArticleStatus.tsx';
import { ChipList } from './ChipList.tsx';
import { useArticlePanel } from './use-article-panel.ts';

interface Props {
  readonly subject: PopupSubject & { kind: 'article' };
  readonly service: PopupService;
  /** Reads the subject again; resolves when the new one is shown. */
  readonly reload: () => Promise<void>;
}

/** The popup on an article page: its headline, its state, what can be done, its topics and entities. */
export function ArticlePanel({ subject, service, reload }: Props) {
  const t = useTranslate();
  const { about, state, savedAs, canUndo, actions } = useArticlePanel(subject, service, reload);
  return (
    <section class="popup-panel">
      <h1 class="popup-headline" dir="auto" lang={about.inLanguage ?? undefined}>
        {about.headline}
      </h1>
      <ArticleStatus state={state} savedAt={subject.record?.savedAt ?? null} removed={canUndo} />
      <ArticleActions state={state} slug={savedAs} canUndo={canUndo} actions={actions} />
      <ChipList label={t('popup.topics')} values={about.topics.map(topicLabel)} />
      <ChipList label={t('popup.entities')} values={about.entities.map(({ name }) => name)} />
    </section>
  );
}
