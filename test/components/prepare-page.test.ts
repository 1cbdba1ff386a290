import { describe, expect, it } from 'vitest';
import { preparePage } from '../../components/prepare-page.ts';
import type { Translate } from '../../components/translation.ts';

/** Strings in `language`, in a browser whose interface is in `ui`. */
function prepared(language: string, ui: string, direction = 'ltr') {
  const answers: Record<string, string> = { language, '@@ui_locale': ui, '@@bidi_dir': direction };
  const root = document.createElement('html');
  const locale = preparePage(root, ((key: string) => answers[key]) as unknown as Translate);
  return { locale, lang: root.lang, dir: root.dir };
}

describe('preparePage', () => {
  it('takes the region of the browser’s language where the strings speak it', () => {
    expect(prepared('en', 'en_GB')).toEqual({ locale: 'en-GB', lang: 'en-GB', dir: 'ltr' });
    expect(prepared('de', 'de')).toEqual({ locale: 'de', lang: 'de', dir: 'ltr' });
  });

  it('names the language of the strings where the browser speaks another', () => {
    expect(prepared('en', 'fr')).toEqual({ locale: 'en', lang: 'en', dir: 'ltr' });
    expect(prepared('de', 'en-US')).toEqual({ locale: 'de', lang: 'de', dir: 'ltr' });
    expect(prepared('en', 'ar', 'rtl')).toEqual({ locale: 'en', lang: 'en', dir: 'ltr' });
  });

  it('runs from right to left where strings and browser do', () => {
    expect(prepared('he', 'he', 'rtl')).toEqual({ locale: 'he', lang: 'he', dir: 'rtl' });
  });
});
