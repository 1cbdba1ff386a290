import type { ArticleRecord } from '../../core/library/records.ts';
import { printRoute } from '../../core/library/route.ts';
import { useTranslate } from '../translation.ts';

interface Props {
  readonly recent: readonly ArticleRecord[];
  readonly onSearch: (queryText: string) => void;
}

/** What the popup offers away from articles: a search, and the articles saved last. */
export function NoArticlePanel({ recent, onSearch }: Props) {
  const t = useTranslate();
  const search = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = new FormData(event.currentTarget as HTMLFormElement).get('q');
    if (typeof text === 'string' && text.trim() !== '') onSearch(text.trim());
  };
  return (
    <section class="popup-panel">
      <h1 class="popup-note">{t('popup.noArticle')}</h1>
      <search>
        <form onSubmit={search}>
          <input
            class="text-field"
            type="search"
            name="q"
            placeholder={t('popup.search')}
            aria-label={t('popup.search')}
            autocomplete="off"
          />
        </form>
      </search>
      {recent.length > 0 && (
        <>
          <h2 class="popup-label">{t('popup.lastSaved')}</h2>
          <ul class="popup-recent" aria-label={t('popup.lastSaved')}>
            {recent.map(({ slug, headline, inLanguage }) => (
              <li key={slug}>
                <a
                  href={`/library.html${printRoute({ page: 'article', slug })}`}
                  target="_blank"
                  rel="noreferrer"
                  dir="auto"
                  lang={inLanguage ?? undefined}
                >
                  {headline}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
