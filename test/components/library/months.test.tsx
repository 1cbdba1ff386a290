import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sampleRecord } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, openPage } from './open-page.tsx';

/** Articles of January (1), February (2), April (1) and June (3) 2026. */
const HALF_A_YEAR = ['01-05', '02-10', '02-11', '04-01', '06-01', '06-02', '06-03'].map((day, number) =>
  sampleRecord(number + 1, { datePublished: `2026-${day}T12:00:00Z` }),
);

const months = () => page.getByRole('group', { name: 'Months' });
const from = () => months().getByRole('slider', { name: 'From month' });
const to = () => months().getByRole('slider', { name: 'To month' });
const query = () => page.getByRole('searchbox', { name: 'Search your library' });

async function open(hash = '#/') {
  openPage({ records: HALF_A_YEAR, hash });
  await expect.element(from()).toBeVisible();
}

/** Drags over the bars from one part of their width to another. */
function drag(start: number, end: number) {
  const plot = months().element().querySelector('svg')?.parentElement;
  if (!plot) throw new Error('no bars');
  const { left, top, width } = plot.getBoundingClientRect();
  const send = (type: string, part: number) =>
    plot.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: left + part * width, clientY: top + 5 }),
    );
  plot.setPointerCapture = () => {};
  send('pointerdown', start);
  send('pointermove', (start + end) / 2);
  send('pointermove', end);
  send('pointerup', end);
}

test('months stand in a picture from the first to the last, and as values with their counts, the latest first', async () => {
  await open();
  await expect.element(from()).toHaveAttribute('aria-valuetext', 'January 2026');
  await expect.element(to()).toHaveAttribute('aria-valuetext', 'June 2026');
  expect(months().element().querySelector('svg')?.getAttribute('viewBox')).toBe('0 0 6 100');
  await expect.element(months().getByRole('checkbox', { name: 'June 2026' })).toHaveAccessibleDescription('3 articles');
  expect(months().getByRole('checkbox').elements()[0]).toBe(
    months().getByRole('checkbox', { name: 'June 2026' }).element(),
  );
  expect(await accessibilityFaults()).toEqual([]);
});

test('dragging over the bars asks for their months, and Clear months takes it back', async () => {
  await open();
  drag(0.25, 0.6);
  await expectCount('3 articles');
  await expect.element(query()).toHaveValue('published:2026-02..2026-04');
  await expect.element(from()).toHaveAttribute('aria-valuetext', 'February 2026');
  await expect.element(to()).toHaveAttribute('aria-valuetext', 'April 2026');
  await expect.element(months().getByRole('checkbox', { name: 'June 2026' })).toHaveAccessibleDescription('3 articles');
  expect(await accessibilityFaults()).toEqual([]);
  await months().getByRole('button', { name: 'Clear months' }).click();
  await expectCount('7 articles');
  await expect.element(query()).toHaveValue('');
});

test('a drag backwards asks for the same, and one over all months for any', async () => {
  await open('#/?q=headline');
  drag(0.6, 0.25);
  await expectCount('3 articles');
  drag(0, 1);
  await expectCount('7 articles');
  await expect.element(query()).toHaveValue('headline*');
});

test('a click asks for one month, which its row then shows', async () => {
  await open();
  drag(0.99, 0.99);
  await expectCount('3 articles');
  await expect.element(months().getByRole('checkbox', { name: 'June 2026' })).toBeChecked();
});

test('where the page runs from right to left, so does time', async () => {
  document.documentElement.dir = 'rtl';
  await open();
  drag(0.25, 0.6);
  await expectCount('1 article');
  await expect.element(query()).toHaveValue('published:2026-03..2026-05');
  (to().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expectCount('4 articles');
});

test('the keys move either end, no further than the other one', async () => {
  await open();
  (from().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expectCount('6 articles');
  await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowLeft}');
  await expect.element(query()).toHaveValue('published:2026-03..2026-06');
  await expect.element(from()).toHaveFocus();
  (to().element() as HTMLElement).focus();
  await userEvent.keyboard('{PageDown}');
  await expect.element(to()).toHaveAttribute('aria-valuetext', 'March 2026');
  await expectCount('0 articles');
  await userEvent.keyboard('{End}');
  await expectCount('4 articles');
  (from().element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}');
  await expectCount('7 articles');
  await expect.element(query()).toHaveValue('');
});

test('a held key asks once, when it is let go', async () => {
  await open();
  (from().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight>3}');
  await expect.element(from()).toHaveAttribute('aria-valuetext', 'April 2026');
  await expectCount('7 articles');
  await userEvent.keyboard('{/ArrowRight}');
  await expectCount('4 articles');
});

test('a ticked month takes the place of a range, and a second one joins it', async () => {
  await open('#/?q=published%3A2026-01..2026-02');
  await months().getByRole('checkbox', { name: 'April 2026' }).click();
  await expectCount('1 article');
  await months().getByRole('checkbox', { name: 'June 2026' }).click();
  await expectCount('4 articles');
  await expect.element(query()).toHaveValue('published:2026-04 OR published:2026-06');
  drag(0, 0.2);
  await expectCount('3 articles');
  await expect.element(query()).toHaveValue('published:2026-01..2026-02');
});

test('one month alone makes no picture', async () => {
  openPage({ records: HALF_A_YEAR.slice(4) });
  await expect.element(months().getByRole('checkbox', { name: 'June 2026' })).toBeVisible();
  expect(from().elements()).toHaveLength(0);
});
