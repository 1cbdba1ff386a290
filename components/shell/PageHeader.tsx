import type { ComponentChildren, JSX } from 'preact';
import type { Route } from '../../core/library/route.ts';
import { useTranslate } from '../translation.ts';

export interface PageHeaderProps {
  /** The page that is open, so that its link can say so. */
  readonly current: Route['page'];
  /** What stands beside the name: the search box. */
  readonly children: ComponentChildren;
}

/** The masthead of the library page: skip link, name, search and the way to the settings. */
export function PageHeader({ current, children }: PageHeaderProps): JSX.Element {
  const t = useTranslate();
  return (
    <header class="masthead">
      <button type="button" class="skip-link" onClick={focusMain}>
        {t('library.skip')}
      </button>
      <a class="masthead-name" href="#/" aria-current={current === 'list' ? 'page' : undefined}>
        Offprint
      </a>
      {children}
      <nav class="masthead-nav" aria-label={t('library.pages')}>
        <a href="#/settings" aria-current={current === 'settings' ? 'page' : undefined}>
          {t('library.settings.title')}
        </a>
      </nav>
    </header>
  );
}

/** A link would change the hash, which holds the state of the page. */
function focusMain() {
  document.querySelector('main')?.focus();
}
