import type { Translate } from './translation.ts';

/**
 * Gives a page's root element the language and direction of the product's strings. Where they are not in the browser's
 * language, for want of a translation, they are still read out as what they are. Answers a BCP 47 tag to write dates and
 * numbers by: the browser's own, with its region, where the strings speak its language.
 */
export function preparePage(root: HTMLElement, translate: Translate): string {
  const spoken = translate('language');
  const browsers = translate('@@ui_locale').replaceAll('_', '-');
  const isBrowsers = browsers.split('-')[0] === spoken;
  const language = isBrowsers ? browsers : spoken;
  root.lang = language;
  root.dir = isBrowsers ? translate('@@bidi_dir') : 'ltr';
  return language;
}
