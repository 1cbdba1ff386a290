import type { Translate } from './translation.ts';

/** Gives a page's root element the language and direction of the product's strings; answers the language as a BCP 47 tag. */
export function preparePage(root: HTMLElement, translate: Translate): string {
  const language = translate('@@ui_locale').replaceAll('_', '-');
  root.lang = language;
  root.dir = translate('@@bidi_dir');
  return language;
}
