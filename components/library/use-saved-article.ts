import { useEffect, useState } from 'preact/hooks';
import type { SavedArticle } from '../../core/library/records.ts';
import type { Library } from '../../services/library.ts';

export type ReadArticle =
  | { readonly state: 'reading' | 'absent' | 'failed' }
  | { readonly state: 'read'; readonly article: SavedArticle };

/** The whole article, read again after every change of it; `again` also reads it again. */
export function useSavedArticle(library: Library, slug: string) {
  const [read, setRead] = useState<ReadArticle>({ state: 'reading' });
  const [attempt, setAttempt] = useState(0);
  const order = read.state === 'read' ? read.article.record.order : null;
  useEffect(
    () =>
      library.subscribe((change) => {
        if (change.slug === slug || (order !== null && change.order === order)) setAttempt((count) => count + 1);
      }),
    [library, slug, order],
  );
  useEffect(() => {
    let current = true;
    const set = (next: ReadArticle) => current && setRead(next);
    library.read(slug).then(
      (article) => set(article === null ? { state: 'absent' } : { state: 'read', article }),
      () => set({ state: 'failed' }),
    );
    return () => {
      current = false;
    };
  }, [library, slug, attempt]);
  return { read, again: () => setAttempt(attempt + 1) };
}
