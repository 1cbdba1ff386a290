import type { JSX } from 'preact';
import type { ArticleActions } from './article-actions.ts';

export function ReaderView(_: { readonly slug: string; readonly actions: ArticleActions }): JSX.Element | null {
  return null;
}
