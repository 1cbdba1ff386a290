import { slugOfAddress } from '../core/article/identity.ts';
import type { TabNotice } from '../core/protocol.ts';
import { offersArticle, statedModification } from './page-evidence.ts';

/** The parts of a window the watcher uses; `navigation` is the Navigation API. */
export interface WatchedWindow extends Pick<EventTarget, 'addEventListener' | 'removeEventListener'> {
  readonly document: Document;
  readonly location: { readonly href: string };
  readonly navigation?: EventTarget;
}

/**
 * Tells `notify` when the page starts or stops showing an article, also after in-page navigation. Looks only when
 * something changes: at once, when the address changes, and, while an article's address has nothing to show for it yet,
 * when the document does. Returns the function that ends the watch.
 */
export function watchPage(watched: WatchedWindow, notify: (notice: TabNotice) => void): () => void {
  const { document, location, navigation } = watched;
  let told: string | null = null;

  const look = (): void => {
    const slug = slugOfAddress(location.href);
    const shown = slug !== null && offersArticle(document, slug) ? slug : null;
    if (slug !== null && shown === null) observer.observe(document, { childList: true, subtree: true });
    else observer.disconnect();
    if (shown === told) return;
    told = shown;
    notify(
      shown === null
        ? { type: 'article-left' }
        : { type: 'article-shown', dateModified: statedModification(document, shown) },
    );
  };

  /** The browser forgot what was told when the page was left; Back brings the page and this script as they were. */
  const onShow = (event: Event): void => {
    if (!('persisted' in event) || event.persisted !== true) return;
    told = null;
    look();
  };

  const observer = new MutationObserver(look);
  navigation?.addEventListener('currententrychange', look);
  watched.addEventListener('pageshow', onShow);
  look();

  return () => {
    observer.disconnect();
    navigation?.removeEventListener('currententrychange', look);
    watched.removeEventListener('pageshow', onShow);
  };
}
