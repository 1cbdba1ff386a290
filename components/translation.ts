import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { i18n } from '#i18n';

/** Looks a message up by its key in `locales/`, with plural count and substitutions; keys are checked by the compiler. */
export type Translate = (typeof i18n)['t'];

const TranslationContext = createContext<Translate | null>(null);

/** Hands `Translate` to everything below it. */
export const TranslationProvider = TranslationContext.Provider;

/** The translate function of the page; throws when the tree has no `TranslationProvider`. */
export function useTranslate(): Translate {
  const translate = useContext(TranslationContext);
  if (translate === null) throw new Error('useTranslate needs a TranslationProvider above it');
  return translate;
}
