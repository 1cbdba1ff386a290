import axe, { type Result } from 'axe-core';
import type { Page } from 'puppeteer-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page, one line a fault: rule, what it means, and where. Empty when nothing is. */
export async function findAccessibilityFaults(page: Page): Promise<string[]> {
  // The extension's policy blocks added script elements, but not code run by the driver.
  await page.evaluate(`${axe.source}; 0`);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] }).then((found) => found.violations)`,
  )) as Result[];
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} at ${target.join(' ')}`),
  );
}
