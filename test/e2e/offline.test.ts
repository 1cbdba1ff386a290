import MarkdownIt from 'markdown-it';
import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { topicLabel } from '../../core/library/topic-label.ts';
import { addressOf, SEED_SLUG, type SiteArticle } from '../site/article.ts';
import type { DemoSite } from '../site/demo-site.ts';
import { generatedArticle } from '../site/generated-articles.ts';
import { byRole, clickByRole, textOf, waitForText } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import type { Session } from '../support/browser/session.ts';
import { openArticleTab } from '../support/e2e/article-tab.ts';
import { pressSave, withPopup } from '../support/e2e/popup.ts';
import { withSession } from '../support/e2e/with-session.ts';

/** What was saved is read after a restart, first in silence on a network that is there, then without site and network. */

/** The letters and figures of a Markdown text as a reader sees it, in order. */
function lettersOfMarkdown(markdown: string): string {
  const html = new MarkdownIt({ html: false }).render(markdown);
  const text = html.replace(/<[^>]*>/g, ' ').replace(/&(?:quot|amp|lt|gt);/g, ' ');
  return letters(text);
}

const letters = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let saved: readonly SiteArticle[];

  withSession({ name }, async (begun) => {
    ({ site, session } = begun);
    saved = [SEED_SLUG, generatedArticle(3, 1).slug].map((slug) => site.articles.get(slug) as SiteArticle);
    const tab = await openArticleTab(session, SEED_SLUG);
    for (const { slug } of saved) {
      await session.navigate(tab.page, addressOf(slug));
      await withPopup(session, tab, async (popup) => {
        await pressSave(popup);
        await waitForText(popup, 'status', 'Saved');
      });
    }
    await session.restart();
    site.clearLog();
  });

  /** Opens the library, narrows it by one of the article's topics and opens the article there. */
  const openByTopic = async ({ title, topics = [] }: SiteArticle): Promise<Page> => {
    const library = await session.openExtensionPage('library.html#/');
    await clickByRole(await byRole(library, 'group', 'Topics'), 'checkbox', topicLabel(topics[0] ?? ''));
    await library.waitForFunction(
      (query) => decodeURIComponent(location.hash) === query,
      {},
      `#/?q=topic:${topics[0]}`,
    );
    await clickByRole(await byRole(library, 'list', 'Articles'), 'link', title);
    await byRole(library, 'heading', title);
    return library;
  };

  const expectWhole = async (article: SiteArticle) => {
    const page = await openByTopic(article);
    const shown = await textOf(await byRole(page, 'article', null));
    const text = await page.evaluate(() => document.querySelector('article')?.innerText ?? '');
    expect(letters(shown)).toContain(letters(article.title));
    expect(letters(text)).toContain(lettersOfMarkdown(article.body_md));
    await page.close();
  };

  it('reads by topic, whole, without a request, with the site within reach', async () => {
    for (const article of saved) await expectWhole(article);
    expect([site.requests, site.handshakes]).toEqual([[], []]);
  });

  it('reads by topic, whole, with the site down and the network cut', async () => {
    site.goDown();
    await session.goOffline();
    for (const article of saved) await expectWhole(article);
    expect([site.requests, site.handshakes]).toEqual([[], []]);
    expect(await session.errors()).toEqual([]);
  });
});
