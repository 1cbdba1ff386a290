import { realArticles, SEED_SLUG } from '../test/site/article.ts';
import { startDemoSite } from '../test/site/demo-site.ts';
import { byRole, clickByRole, waitForText } from '../test/support/browser/by-role.ts';
import { screenshot } from '../test/support/browser/screenshot.ts';
import { launchBrowser } from '../test/support/browser/session.ts';
import { openArticleTab, saveInTab } from '../test/support/e2e/article-tab.ts';
import { withPopup } from '../test/support/e2e/popup.ts';

/** Saves the real articles and takes the pictures that the README shows, at the size that stores ask for. */

const FOLDER = 'docs/images';
const STORE_SIZE = { width: 1280, height: 800 };

const site = await startDemoSite();
const session = await launchBrowser('chromium', { site });
try {
  const others = realArticles().filter(({ slug }) => slug !== SEED_SLUG);
  const tab = await openArticleTab(session, SEED_SLUG);
  for (const { slug } of others) await saveInTab(session, tab, slug);
  await session.navigate(tab.page, `https://wpnews.pro/news/${SEED_SLUG}`);
  await withPopup(session, tab, async (popup) => {
    await clickByRole(popup, 'button', 'Save article');
    await waitForText(popup, 'status', 'Saved');
    await screenshot(session, popup, `${FOLDER}/popup.png`);
  });
  const page = await session.openExtensionPage('library.html#/');
  await byRole(page, 'checkbox', 'AI safety');
  await screenshot(session, page, `${FOLDER}/library.png`, { ...STORE_SIZE, dark: false });
  await screenshot(session, page, `${FOLDER}/library-dark.png`, { ...STORE_SIZE, dark: true });
  const reader = await session.openExtensionPage(`library.html#/article/${SEED_SLUG}`);
  await byRole(reader, 'link', 'Original source');
  await reader.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await screenshot(session, reader, `${FOLDER}/reader.png`, { ...STORE_SIZE, dark: false });
} finally {
  await session.close();
  await site.stop();
}
console.log(`The pictures are in ${FOLDER}.`);
