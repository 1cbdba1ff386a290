import type { JSX } from 'preact';
import { articleAddress } from '../../core/article/identity.ts';
import { printQuery } from '../../core/query/print-query.ts';
import { problemMessage } from '../problem-message.ts';
import { useTranslate } from '../translation.ts';
import { useNumber, usePageModel } from './page-context.ts';
import { useArrival } from './use-arrival.ts';
import { usePageTitle } from './use-page-title.ts';
import { useWaysOut } from './use-ways-out.ts';
import './notices.css';

/** Nothing was saved yet: how to begin. */
export function EmptyLibrary(): JSX.Element {
  const t = useTranslate();
  return (
    <div class="notice">
      <h2>{t('library.empty.title')}</h2>
      <p>{t('library.empty.how')}</p>
      <p>
        <a class="button" href="https://wpnews.pro/" target="_blank" rel="noopener noreferrer">
          {t('library.empty.visit')}
        </a>
      </p>
      <p>
        <a href="#/transfer">{t('library.empty.import')}</a>
      </p>
    </div>
  );
}

/** The library could not be read. */
export function LibraryFailed(): JSX.Element {
  const t = useTranslate();
  const { retry, articles } = usePageModel();
  const problem = articles.problem.value;
  return (
    <div class="notice" role="alert">
      <h1>{t('library.failed.title')}</h1>
      <p>{t('library.failed.what')}</p>
      {problem !== null && <p>{problemMessage(problem.kind, t)}</p>}
      <button type="button" class="button button-primary" onClick={retry}>
        {t('library.tryAgain')}
      </button>
    </div>
  );
}

/** The query finds nothing: what was perhaps meant, or which part of it to drop and what that would bring. */
export function NothingMatches(): JSX.Element {
  const t = useTranslate();
  const number = useNumber();
  const { narrow, results } = usePageModel();
  const suggestions = results.value.answer?.suggestions ?? [];
  const ways = useWaysOut();
  return (
    <div class="notice">
      <h2>{t('library.nothing.title')}</h2>
      <ul>
        {suggestions.map((meant) => (
          <li key={printQuery(meant)}>
            <button type="button" class="button button-primary" onClick={() => narrow(meant)}>
              {t('library.nothing.meant', [printQuery(meant).trim()])}
            </button>
          </li>
        ))}
        {ways.map(({ part, without, total }) => (
          <li key={printQuery(part)}>
            <button type="button" class="button" onClick={() => narrow(without)}>
              {t('library.nothing.without', total, [printQuery(part).trim(), number(total)])}
            </button>
          </li>
        ))}
        <li>
          <a class="button" href="#/">
            {t('library.nothing.all')}
          </a>
        </li>
      </ul>
    </div>
  );
}

/** The article was never saved here, or was removed. */
export function ArticleAbsent({ slug }: { readonly slug: string }): JSX.Element {
  const t = useTranslate();
  const title = t('library.reader.absentTitle');
  usePageTitle(title);
  const heading = useArrival();
  return (
    <div class="notice">
      <h1 ref={heading}>{title}</h1>
      <p>{t('library.reader.absentWhat')}</p>
      <a class="button" href={articleAddress(slug)} target="_blank" rel="noopener noreferrer">
        {t('library.reader.onSite')}
      </a>
    </div>
  );
}

/** The article is there, but could not be read. */
export function ArticleFailed({ again }: { readonly again: () => void }): JSX.Element {
  const t = useTranslate();
  return (
    <div class="notice" role="alert">
      <h1>{t('library.reader.failedTitle')}</h1>
      <p>{t('library.failed.what')}</p>
      <button type="button" class="button button-primary" onClick={again}>
        {t('library.tryAgain')}
      </button>
    </div>
  );
}
