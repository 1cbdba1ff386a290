import { createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { PageModel } from './page-model.ts';

const PageModelContext = createContext<PageModel | null>(null);

/** Hands the page's model to everything below it. */
export const PageModelProvider = PageModelContext.Provider;

/** The model of the page; throws when the tree has no `PageModelProvider`. */
export function usePageModel(): PageModel {
  const model = useContext(PageModelContext);
  if (model === null) throw new Error('usePageModel needs a PageModelProvider above it');
  return model;
}

/** The BCP 47 tag that numbers and dates are written for. */
export function useLocale(): string {
  return usePageModel().services.locale;
}

/** Writes a whole number as the reader's language does. */
export function useNumber(): (value: number) => string {
  const locale = useLocale();
  return useMemo(() => {
    const format = new Intl.NumberFormat(locale);
    return (value: number) => format.format(value);
  }, [locale]);
}
