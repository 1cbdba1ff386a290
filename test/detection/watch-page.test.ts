import { expect, it, onTestFinished, vi } from 'vitest';
import type { TabNotice } from '../../core/protocol.ts';
import { watchPage } from '../../detection/watch-page.ts';

const ARTICLE = 'https://wpnews.pro/news/a-first-article';
const ALTERNATE =
  '<link rel="alternate" type="application/ld+json" href="https://wpnews.pro/news/a-first-article.jsonld">';
const SHOWN: TabNotice = { type: 'article-shown', dateModified: null };
const LEFT: TabNotice = { type: 'article-left' };

/** A watched page with an address and a head that a test changes as a site's script would. */
function aWatchedPage(address: string, head = '') {
  const document = window.document.implementation.createHTMLDocument();
  document.head.innerHTML = head;
  const location = { href: address };
  const navigation = new EventTarget();
  const notices: TabNotice[] = [];
  const watched = Object.assign(new EventTarget(), { document, location, navigation });
  onTestFinished(watchPage(watched, (notice) => notices.push(notice)));
  return {
    notices,
    document,
    /** The browser shows the page again, frozen since it was left or loaded anew. */
    showAgain: (persisted: boolean) => watched.dispatchEvent(new PageTransitionEvent('pageshow', { persisted })),
    goTo(next: string) {
      location.href = next;
      navigation.dispatchEvent(new Event('currententrychange'));
    },
  };
}

it('tells at once that the page shows an article', () => {
  expect(aWatchedPage(ARTICLE, ALTERNATE).notices).toEqual([SHOWN]);
});

it.each([`${ARTICLE}/`, `${ARTICLE}?utm_source=x`, `${ARTICLE}#part`, ARTICLE.replace('wpnews', 'www.wpnews')])(
  'knows the article under the address %s',
  (address) => {
    expect(aWatchedPage(address, ALTERNATE).notices).toEqual([SHOWN]);
  },
);

it.each([
  'https://wpnews.pro/',
  'https://wpnews.pro/news',
  'https://wpnews.pro/news/',
  'https://wpnews.pro/news?page=2',
  'https://wpnews.pro/topics/ai-policy',
  'https://evil.example/news/a-first-article',
])('stays silent on %s, whatever the page offers', (address) => {
  expect(aWatchedPage(address, ALTERNATE).notices).toEqual([]);
});

it('follows in-page navigation, from a listing to an article and back', async () => {
  const page = aWatchedPage('https://wpnews.pro/news');
  page.goTo(ARTICLE);
  expect(page.notices).toEqual([]);
  page.document.head.innerHTML = ALTERNATE;
  await vi.waitFor(() => expect(page.notices).toEqual([SHOWN]));
  page.goTo('https://wpnews.pro/news');
  expect(page.notices).toEqual([SHOWN, LEFT]);
});

it('does not take the head of the page before for the next article’s', () => {
  const page = aWatchedPage(ARTICLE, ALTERNATE);
  page.goTo('https://wpnews.pro/news/another-article');
  expect(page.notices).toEqual([SHOWN, LEFT]);
});

it('tells each thing once', async () => {
  const page = aWatchedPage(ARTICLE, ALTERNATE);
  page.goTo(`${ARTICLE}#part`);
  page.goTo(ARTICLE);
  page.document.head.append(page.document.createElement('meta'));
  await Promise.resolve();
  expect(page.notices).toEqual([SHOWN]);
});

it('tells again when Back brings the page out of the cache, since the browser forgot its button', () => {
  const page = aWatchedPage(ARTICLE, ALTERNATE);
  page.showAgain(false);
  expect(page.notices).toEqual([SHOWN]);
  page.showAgain(true);
  expect(page.notices).toEqual([SHOWN, SHOWN]);
});
