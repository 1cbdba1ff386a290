import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { byRole, textOf } from '../browser/by-role.ts';

const PATIENCE = { timeout: 10_000 };

async function textsOf(place: Page | ElementHandle, role: string): Promise<string[]> {
  return Promise.all((await place.$$(`::-p-aria([role="${role}"])`)).map(textOf));
}

/** Waits until a status of the page says exactly `text`. */
export async function expectStatus(page: Page, text: string): Promise<void> {
  await expect.poll(() => textsOf(page, 'status').catch(() => []), PATIENCE).toContain(text);
}

/** Waits until the list of articles begins with these headlines. */
export async function expectHeadlines(page: Page, headlines: readonly string[]): Promise<void> {
  const first = async () =>
    (await textsOf(await byRole(page, 'list', 'Articles'), 'heading')).slice(0, headlines.length);
  await expect.poll(() => first().catch(() => []), PATIENCE).toEqual(headlines);
}

/** Waits until the page's address hash, without escapes, is `hash`. */
export async function expectHash(page: Page, hash: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => decodeURIComponent(location.hash)), PATIENCE).toBe(hash);
}

/** One value of a facet: its checkbox, found by role and name. */
export async function facetValue(page: Page, facet: string, label: string): Promise<ElementHandle> {
  return byRole(await byRole(page, 'group', facet), 'checkbox', label);
}

/** What assistive technology says after the name of an element. */
export function descriptionOf(element: ElementHandle): Promise<string> {
  return element.evaluate((node) => {
    const id = (node as Element).getAttribute('aria-describedby') ?? '';
    return document.getElementById(id)?.textContent ?? '';
  });
}
