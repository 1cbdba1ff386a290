import { useEffect, useState } from 'preact/hooks';
import type { ArticleRecord, SavedArticle } from '../../core/library/records.ts';
import type { Library } from '../../services/library.ts';

export type ReadArticle =
  | { readonly state: 'reading' | 'absent' | 'failed' }
  | { readonly state: 'read'; readonly article: SavedArticle };

/** The whole article, read again whenever `record`, what is known of it, is another; `again` also reads it again. */
export function useSavedArticle(library: Library, slug: string, record: ArticleRecord | undefined) {
  const [read, setRead] = useState<ReadArticle>({ state: 'reading' });
  const [attempt, setAttempt] = useState(0);
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
  }, [library, slug, record, attempt]);
  return { read, again: () => setAttempt(attempt + 1) };
}
