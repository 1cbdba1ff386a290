import type { Page } from 'puppeteer-core';

/** What HTML, put into a page as it stands, managed to do. */
export interface Injected {
  /** The indexes of the payloads that ran. */
  readonly ran: readonly number[];
  /** How often the page's own policy refused something. */
  readonly refusals: number;
}

/**
 * Puts each payload into the page as HTML, scripts made runnable and script links clicked: a renderer without any care.
 * Past trusted types too, as an attacker would who found a policy of the page to borrow.
 */
export async function injectRaw(page: Page, payloads: readonly string[]): Promise<void> {
  await page.evaluate(inject, payloads);
}

/** What came of it so far. */
export async function injected(page: Page): Promise<Injected> {
  return page.evaluate(() => {
    const { ran = new Set(), refusals = 0 } = window as Attacked;
    return { ran: [...ran], refusals };
  });
}

interface Attacked {
  ran?: Set<number>;
  refusals?: number;
  pwned?: (index: number) => void;
  trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
  };
}

async function inject(payloads: readonly string[]): Promise<void> {
  const attacked = window as Attacked;
  const ran = new Set<number>();
  attacked.ran = ran;
  attacked.refusals = 0;
  attacked.pwned = (index) => ran.add(index);
  document.addEventListener('securitypolicyviolation', () => {
    attacked.refusals = (attacked.refusals ?? 0) + 1;
  });
  const policy = attacked.trustedTypes?.createPolicy('attack', { createHTML: (text) => text });
  for (const [index, payload] of payloads.entries()) {
    const numbered = payload.replaceAll('wned()', `wned(${index})`);
    const place = document.body.appendChild(document.createElement('div'));
    const range = document.createRange();
    range.selectNodeContents(place);
    place.append(range.createContextualFragment(policy === undefined ? numbered : policy.createHTML(numbered)));
    for (const link of place.querySelectorAll<HTMLAnchorElement>('a[href^="javascript:" i]')) link.click();
  }
  // An image whose failure is reported after those of the payloads' images, then two drawings.
  await new Promise((resolve) => {
    const last = new Image();
    last.addEventListener('error', resolve);
    last.src = 'data:image/png,broken';
  });
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
}
