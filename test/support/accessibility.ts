import axe from 'axe-core';
import { expect } from 'vitest';

/** The rules every surface is held to: WCAG 2.2 A and AA, and axe's best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A component is no whole page: the rules about a page's landmarks are held on pages. */
const OF_WHOLE_PAGES = { region: { enabled: false }, 'page-has-heading-one': { enabled: false } };

/** What axe finds wrong in a whole page or in one component, one line a fault. */
export async function findFaults(place: Document | Element): Promise<string[]> {
  const rules = place instanceof Document ? {} : OF_WHOLE_PAGES;
  const { violations } = await axe.run(place, { runOnly: RULES, rules, resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`));
}

/** Fails with the rule and the element for every fault axe finds in `element`. */
export async function expectAccessible(element: Element): Promise<void> {
  expect(await findFaults(element)).toEqual([]);
}
