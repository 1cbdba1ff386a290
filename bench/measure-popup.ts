import type { Session } from '../test/support/browser/session.ts';
import type { Comparison } from './figures.ts';

/**
 * From the start of a popup's document to its Save button being there, beside the popup of an extension that does
 * nothing but draw such a button. Both are opened as tabs, turn by turn. In Chromium the page's own clock tells; Firefox
 * lets nobody watch an extension's page from its start, so there the driver's clock does, with its own cost in both.
 */
export async function measurePopup(
  session: Session,
  emptyOrigin: string,
  article: string,
  rounds: number,
): Promise<Comparison> {
  const tab = await session.openPage(article);
  const timeToButton = session.name === 'chromium' ? timeInPage : timeAtDriver;
  const ours: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await tab.bringToFront();
    ours.push(await timeToButton(session, session.extensionUrl('popup.html')));
    empty.push(await timeToButton(session, `${emptyOrigin}popup.html`));
  }
  await tab.close();
  return {
    title: `${session.name}: popup opened → Save button there`,
    ours: { name: 'Offprint', samples: ours.slice(1) },
    beside: { name: 'empty extension', samples: empty.slice(1) },
    aim: 1.3,
  };
}

interface Watched extends Window {
  buttonAt?: Promise<number>;
}

/** Runs before the page's own scripts: notes when its first enabled button appears, milliseconds from navigation. */
function noteButton(): void {
  (window as Watched).buttonAt = new Promise((resolve) => {
    const look = (): void => {
      if (document.querySelector('button:enabled') === null) return;
      observer.disconnect();
      resolve(performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
}

async function timeInPage(session: Session, address: string): Promise<number> {
  const page = await session.browser.newPage();
  await page.evaluateOnNewDocument(noteButton);
  await session.navigate(page, address);
  const took = await page.evaluate(() => (window as Watched).buttonAt ?? Number.NaN);
  await page.close();
  return took;
}

async function timeAtDriver(session: Session, address: string): Promise<number> {
  const page = await session.browser.newPage();
  const started = performance.now();
  await session.navigate(page, address);
  await page.waitForSelector('button:enabled');
  const took = performance.now() - started;
  await page.close();
  return took;
}
