import type { Page } from 'puppeteer-core';
import type { DemoSite } from '../test/site/demo-site.ts';
import { generatedArticle } from '../test/site/generated-articles.ts';
import { byRole, clickByRole } from '../test/support/browser/by-role.ts';
import type { Session } from '../test/support/browser/session.ts';
import type { Comparison } from './figures.ts';

const SEED = 20_261_123;

/**
 * From the click on Save to the word Saved on the screen, beside the floor on the same machine in the same moment: one
 * fetch of the same kind of alternate and one strict put of what it brought, in the same popup page.
 */
export async function measureSave(session: Session, site: DemoSite, rounds: number): Promise<Comparison> {
  const saves: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [saved, fetched] = [generatedArticle(2 * round, SEED), generatedArticle(2 * round + 1, SEED)];
    site.addArticle(saved);
    site.addArticle(fetched);
    const page = await session.openPage(`https://wpnews.pro/news/${saved.slug}`);
    const popup = await session.openPopupFor(page);
    await byRole(popup, 'button', 'Save article');
    const isWarm = round > 0;
    const floor = await fetchAndPut(popup, `https://wpnews.pro/news/${fetched.slug}.jsonld`);
    const save = await clickUntilSaved(popup);
    if (isWarm) {
      saves.push(save);
      floors.push(floor);
    }
    await popup.close().catch(() => {});
    await page.close();
  }
  return {
    title: `${session.name}: click on Save → Saved on the screen`,
    ours: { name: 'save', samples: saves },
    beside: { name: 'one fetch + one strict put', samples: floors },
    aim: 1.5,
  };
}

/** Milliseconds in the page from the click's event to the status that says Saved. */
async function clickUntilSaved(popup: Page): Promise<number> {
  await popup.evaluate(() => {
    const watched = window as Window & { saveTook?: Promise<number> };
    watched.saveTook = new Promise((resolve) => {
      let clicked = 0;
      addEventListener('click', () => (clicked = performance.now()), { capture: true, once: true });
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[role="status"]')?.textContent?.startsWith('Saved')) return;
        observer.disconnect();
        resolve(performance.now() - clicked);
      });
      observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    });
  });
  await clickByRole(popup, 'button', 'Save article');
  return popup.evaluate(() => (window as Window & { saveTook?: Promise<number> }).saveTook ?? Number.NaN);
}

async function fetchAndPut(popup: Page, address: string): Promise<number> {
  return popup.evaluate(async (from) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('bench-floor', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore('values', { autoIncrement: true });
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const started = performance.now();
    const response = await fetch(from, { credentials: 'omit', cache: 'no-cache' });
    const value: unknown = await response.json();
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('values', 'readwrite', { durability: 'strict' });
      transaction.objectStore('values').put(value);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const took = performance.now() - started;
    database.close();
    return took;
  }, address);
}
