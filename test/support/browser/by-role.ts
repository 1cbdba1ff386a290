import type { ElementHandle, Page } from 'puppeteer-core';

/** Finding things as a screen reader does: by role and accessible name, never by markup. */

/** Far beyond what is waited for takes, so that a busy machine is slow and not wrong. */
const PATIENCE = 30_000;

function selector(role: string, name: string | null): string {
  const quoted = name === null ? '' : `[name=${JSON.stringify(name)}]`;
  return `::-p-aria(${quoted}[role="${role}"])`;
}

/** Waits for the one element with this role and accessible name (any name when null), or says which it missed. */
export async function byRole(place: Page | ElementHandle, role: string, name: string | null): Promise<ElementHandle> {
  const found = await place.waitForSelector(selector(role, name), { timeout: PATIENCE }).catch(() => null);
  if (found === null) throw new Error(`there is no ${role}${name === null ? '' : ` named “${name}”`}`);
  return found;
}

/** Clicks the element with this role and name. */
export async function clickByRole(place: Page | ElementHandle, role: string, name: string): Promise<void> {
  await (await byRole(place, role, name)).click();
}

/** The text of an element, white space folded. */
export async function textOf(element: ElementHandle): Promise<string> {
  const text = await element.evaluate((node) => (node instanceof Element ? node.textContent : ''));
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

async function textsOf(page: Page, role: string): Promise<string[]> {
  const elements = await page.$$(selector(role, null));
  const texts = await Promise.all(elements.map(textOf));
  await Promise.all(elements.map((element) => element.dispose()));
  return texts;
}

/** Waits until some element with this role says `text`, and gives all that it says. A page that changes meanwhile is asked again. */
export async function waitForText(page: Page, role: string, text: string): Promise<string> {
  const deadline = Date.now() + PATIENCE;
  let said: string[] = [];
  while (Date.now() < deadline) {
    said = await textsOf(page, role).catch(() => []);
    const right = said.find((one) => one.includes(text));
    if (right !== undefined) return right;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`no ${role} says “${text}”, only: ${said.map((one) => `“${one}”`).join(', ') || 'nothing'}`);
}
