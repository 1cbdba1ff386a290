import type { ComponentChildren, JSX } from 'preact';
import type { Route } from '../../core/library/route.ts';
import { useTranslate } from '../translation.ts';

export interface PageHeaderProps {
  /** The page that is open, so that its link can say so. */
  readonly current: Route['page'];
  /** What stands beside the name: the search box. */
  readonly children: ComponentChildren;
  /** How far work is that goes on beside the page. */
  readonly jobs: ComponentChildren;
}

/** The masthead of the library page: skip link, name, search and the ways to the other pages. */
export function PageHeader({ current, children, jobs }: PageHeaderProps): JSX.Element {
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
        {jobs}
        {LINKS.map(([page, label]) => (
          <a key={page} href={`#/${page}`} aria-current={current === page ? 'page' : undefined}>
            {t(label)}
          </a>
        ))}
      </nav>
    </header>
  );
}

const LINKS = [
  ['transfer', 'transfer.link'],
  ['bin', 'bin.title'],
  ['settings', 'library.settings.title'],
] as const satisfies readonly (readonly [Route['page'], string])[];

/** A link would change the hash, which holds the state of the page. */
function focusMain() {
  document.querySelector('main')?.focus();
}
