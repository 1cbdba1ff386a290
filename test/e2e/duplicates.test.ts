import { describe, expect, it } from 'vitest';
import { addressOf, SEED_SLUG } from '../site/article.ts';
import type { DemoSite } from '../site/demo-site.ts';
import { byRole, waitForText } from '../support/browser/by-role.ts';
import type { BrowserName } from '../support/browser/executables.ts';
import type { Session } from '../support/browser/session.ts';
import { type ArticleTab, askBackground, openArticleTab, saveInTab, showInTab } from '../support/e2e/article-tab.ts';
import { findLibraryFaults } from '../support/e2e/library-faults.ts';
import { outcomeOf } from '../support/e2e/play-faults.ts';
import { clickToolbarButton, withPopup } from '../support/e2e/popup.ts';
import { readLibrary, readStored, storedUnder } from '../support/e2e/stored-library.ts';
import { withSession } from '../support/e2e/with-session.ts';

/** One article is one record, by whatever way, address, tab or name it is saved, and however many at once. */

const slugOf = (number: number) => `generated-1-${String(number).padStart(5, '0')}`;

describe.each<BrowserName>(['chromium', 'firefox'])('%s', (name) => {
  let site: DemoSite;
  let session: Session;
  let tab: ArticleTab;

  withSession({ name }, async (begun) => {
    ({ site, session } = begun);
    tab = await openArticleTab(session, SEED_SLUG);
  });

  const save = async (tabId: number) => outcomeOf(await askBackground(session, { type: 'save-tab', tabId }));
  const changesOf = async (slug: string) =>
    (await readStored(session, slug)).changes.filter((change) => change.slug === slug).map(({ kind }) => kind);
  const requestsFor = (slug: string) =>
    site.requests.filter(({ path, headers }) => path.includes(slug) && headers['sec-fetch-dest'] === 'empty');

  it('saves once when two tabs, the shortcut and the context menu ask at once', async () => {
    const slug = slugOf(1);
    const other = await openArticleTab(session, slug, `${addressOf(slug)}?from=elsewhere`);
    await showInTab(session, tab, slug);
    const asked = [save(tab.id), save(other.id), session.pressSaveShortcut(), session.chooseMenuItem('save-article')];
    expect((await Promise.all(asked)).filter((outcome) => outcome !== undefined)).not.toContain('no answer');
    await expect.poll(async () => (await readStored(session, slug)).articles.length).toBe(1);
    expect((await changesOf(slug)).filter((kind) => kind === 'save')).toEqual(['save']);
    await other.page.close();
  });

  it('asks the site once for what two tabs want at the same moment', async () => {
    const slug = slugOf(2);
    const other = await openArticleTab(session, slug, `${addressOf(slug)}#the-end`);
    await showInTab(session, tab, slug);
    expect(await Promise.all([save(tab.id), save(other.id)])).toEqual(['saved', 'saved']);
    expect(requestsFor(slug)).toHaveLength(1);
    expect(await changesOf(slug)).toEqual(['save']);
    await other.page.close();
  });

  it('saves once when the popup is pressed while another save of the article runs', async () => {
    const slug = slugOf(3);
    await showInTab(session, tab, slug);
    await withPopup(session, tab, async (popup) => {
      const button = await byRole(popup, 'button', 'Save article');
      const press = button.evaluate((element) => (element as HTMLElement).click());
      expect(await Promise.all([press, save(tab.id)])).toEqual([undefined, 'saved']);
      await waitForText(popup, 'status', 'Saved');
    });
    expect((await changesOf(slug)).filter((kind) => kind === 'save')).toEqual(['save']);
  });

  it.each(['/', '?utm_source=letter', '#second-part', '/?page=2#end', '.md', '.html'])(
    'takes the address with “%s” behind it for the same article',
    async (ending) => {
      const slug = slugOf(4);
      await saveInTab(session, tab, slug);
      const address = `${addressOf(slug)}${ending}`;
      await tab.page.evaluate((next) => history.replaceState(null, '', next), address);
      expect(await save(tab.id)).toBe('unchanged');
      expect((await changesOf(slug)).filter((kind) => kind === 'save')).toEqual(['save']);
    },
  );

  it('takes the address with “www.” for the same article', async () => {
    const slug = slugOf(5);
    await saveInTab(session, tab, slug);
    const page = await session.openPage(`https://www.wpnews.pro/news/${slug}`);
    if (name === 'chromium') {
      const popup = await clickToolbarButton(session, page);
      await byRole(popup, 'link', 'Read offline');
      await waitForText(popup, 'status', 'Saved');
    } else {
      await session.pressSaveShortcut();
      await expect.poll(() => changesOf(slug)).toEqual(['save', 'check']);
    }
    await page.close();
  });

  it('keeps one article, with its place and history, when the site renames a saved one', async () => {
    const [before, after] = [slugOf(6), 'a-better-name'];
    await saveInTab(session, tab, before);
    const { order, savedAt } = storedUnder(await readLibrary(session), before).articles[0] ?? {};
    const article = site.articles.get(before);
    if (article === undefined) throw new Error('The demo site lacks an article');
    site.addArticle({ ...article, slug: after });
    site.update(after);
    site.fault(({ path }) => path.startsWith(`/news/${before}`), { kind: 'redirect', to: { slug: after } });
    expect(outcomeOf(await askBackground(session, { type: 'refresh-article', slug: before }))).toBe('updated');
    const library = await readLibrary(session);
    expect(storedUnder(library, after)).toMatchObject({
      articles: [{ order, savedAt }],
      revisions: [{ slug: after }],
      redirects: [{ from: before, to: after }],
    });
    expect(storedUnder(library, before)).toMatchObject({ articles: [], bodies: [], originals: [], revisions: [] });

    const page = await session.openExtensionPage(`library.html#/article/${before}`);
    await byRole(page, 'heading', article.title);
    await page.close();
  });

  it('leaves no half article, no double save and no error behind', async () => {
    expect(findLibraryFaults(await readLibrary(session))).toEqual([]);
    expect(await session.errors()).toEqual([]);
  });
});
