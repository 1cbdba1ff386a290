import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PopupService, PopupSubject } from '../../services/popup.ts';
import { problemMessage } from '../problem-message.ts';
import { useTranslate } from '../translation.ts';
import { ArticlePanel } from './ArticlePanel.tsx';
import { NoAccessPanel } from './NoAccessPanel.tsx';
import { NoArticlePanel } from './NoArticlePanel.tsx';
import { WaitingPanel } from './WaitingPanel.tsx';
import './popup.css';

/** The popup: one panel for what the active tab shows, and always the way to the library. */
export function Popup({ service }: { readonly service: PopupService }) {
  const t = useTranslate();
  const [subject, setSubject] = useState<PopupSubject | null>(null);

  const load = useCallback(() => service.subject().then(setSubject), [service]);

  useEffect(() => {
    load();
    return service.subscribe(load);
  }, [service, load]);

  return (
    <main class="popup">
      {subject?.kind === 'failed' && (
        <p class="popup-problem" role="alert">
          {problemMessage(subject.problem.kind, t)}
        </p>
      )}
      {subject?.kind === 'waiting' && <WaitingPanel state={subject.state} />}
      {subject?.kind === 'article' && <ArticlePanel subject={subject} service={service} reload={load} />}
      {subject?.kind === 'no-article' && <NoArticlePanel recent={subject.recent} onSearch={service.openSearch} />}
      {subject?.kind === 'no-access' && <NoAccessPanel onAllow={service.allowAccess} onAllowed={load} />}
      <footer class="popup-foot">
        <a href="/library.html#/" target="_blank" rel="noreferrer">
          {t('popup.openLibrary')}
        </a>
      </footer>
    </main>
  );
}
