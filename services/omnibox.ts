import type { Omnibox } from 'webextension-polyfill';
import type { i18n } from '#i18n';
import { parseRoute, printRoute } from '../core/library/route.ts';
import { inMarkup, inPlainText, markedWords } from './omnibox-text.ts';

/**
 * The keyword in the address bar, which the manifest names: searches the library from any tab. Enter opens the list of
 * what is found, a suggestion opens its article.
 */
export interface OmniboxParts {
  /** The browser's; Firefox for Android has none. */
  readonly omnibox: Omnibox.Static | undefined;
  /** Whether descriptions are markup, as in Chromium, or shown as they are, as in Firefox. */
  readonly isMarkup: boolean;
  /** The articles that a query's text finds, best first. */
  readonly suggest: (queryText: string) => Promise<readonly SuggestedArticle[]>;
  /** Opens the library at a hash. */
  readonly open: (hash: string, where: Omnibox.OnInputEnteredDisposition) => Promise<void>;
  readonly t: (typeof i18n)['t'];
}

export interface SuggestedArticle {
  readonly slug: string;
  readonly headline: string;
}

/** Articles suggested at a time, below the search itself. */
const MOST = 5;

/** Registers the listeners; must run synchronously when the background starts. */
export function listenToOmnibox({ omnibox, isMarkup, suggest, open, t }: OmniboxParts): void {
  if (omnibox === undefined) return;
  const write = isMarkup ? inMarkup : inPlainText;
  let newest = 0;

  function describe(text: string) {
    const description = text === '' ? t('omnibox.search') : t('omnibox.searchFor', [text]);
    omnibox?.setDefaultSuggestion({ description: write([{ text: description, marked: false }]) });
  }
  function finish() {
    newest += 1;
    describe('');
  }
  async function answer(text: string, show: (suggestions: Omnibox.SuggestResult[]) => void): Promise<void> {
    newest += 1;
    const mine = newest;
    describe(text.trim());
    const found = text.trim() === '' ? [] : await suggest(text);
    if (mine !== newest) return;
    const suggestions = found.slice(0, MOST).map(({ slug, headline }) => ({
      content: printRoute({ page: 'article', slug }),
      description: write(markedWords(headline, text)),
    }));
    show(suggestions);
  }

  describe('');
  omnibox.onInputChanged.addListener((text, show) => {
    answer(text, show).catch(warn);
  });
  omnibox.onInputCancelled.addListener(finish);
  omnibox.onInputEntered.addListener((text, where) => {
    finish();
    open(hashOf(text), where).catch(warn);
  });
}

/** What was entered: the content of a suggestion, which is an article's hash, or the text of a query. */
function hashOf(text: string): string {
  const isArticle = text.startsWith('#/') && parseRoute(text).page === 'article';
  return isArticle ? text : printRoute({ page: 'list', queryText: text.trim() });
}

function warn(thrown: unknown) {
  console.warn('Offprint:', thrown);
}
