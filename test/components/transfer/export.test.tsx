import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EXPORT_FORMATS } from '../../../core/transfer/export-request.ts';
import { sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, expectCount, openPage, type PageSetting } from '../library/open-page.tsx';

const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog', { name: 'Export articles' });
const radio = (name: string) => dialog().getByRole('radio', { name, exact: true });

const NAMES = [
  'Archive (zip)',
  'Markdown',
  'JSON Lines',
  'JSON-LD',
  'CSV',
  'HTML',
  'EPUB',
  'BibTeX',
  'RIS',
  'CSL-JSON',
];

async function openDialog(setting: PageSetting = {}) {
  const open = openPage({ records: sampleRecords(40), hash: '#/transfer', ...setting });
  await button('Export…').click();
  await expect.element(dialog()).toBeVisible();
  return open;
}

describe('the export dialog', () => {
  test('has every format by its name, with a line that says what it is for', async () => {
    await openDialog();
    const formats = dialog().getByRole('group', { name: 'As what' }).getByRole('radio');
    expect(formats.elements()).toHaveLength(EXPORT_FORMATS.length);
    for (const name of NAMES) {
      const what = radio(name).element().getAttribute('aria-describedby') ?? '';
      expect(document.getElementById(what)?.textContent, name).toMatch(/\.$/);
    }
    await expect.element(radio('Archive (zip)')).toBeChecked();
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('exports everything as an archive unless something else is chosen', async () => {
    const { transfer } = await openDialog();
    await expect.element(radio('Everything (40 articles)')).toHaveFocus();
    await button('Export 40 articles').click();
    await expect
      .poll(() => transfer.requests)
      .toEqual([{ format: 'archive', scope: { kind: 'all' }, linkNames: false }]);
    expect(dialog().elements()).toHaveLength(0);
  });

  test.each(NAMES.map((name, index) => [name, EXPORT_FORMATS[index]] as const))(
    'exports as %s',
    async (name, format) => {
      const { transfer } = await openDialog();
      await radio(name).click();
      await button('Export 40 articles').click();
      await expect.poll(() => transfer.requests[0]?.format).toBe(format);
    },
  );

  test('links names only in Markdown, and only when asked to', async () => {
    const { transfer } = await openDialog();
    const link = dialog().getByRole('checkbox', { name: 'Link topics and entities, with a note for each' });
    expect(link.elements()).toHaveLength(0);
    await radio('Markdown').click();
    await link.click();
    await button('Export 40 articles').click();
    await expect.poll(() => transfer.requests[0]).toMatchObject({ format: 'markdown', linkNames: true });
  });

  test('is closed without a word by Cancel and by Escape', async () => {
    const { transfer } = await openDialog();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    await button('Export…').click();
    await expect.element(dialog()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => dialog().elements()).toHaveLength(0);
    expect(transfer.requests).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('fits a page 320 pixels wide, in the %s theme', async (theme) => {
    await page.viewport(320, 640);
    await openDialog({ preferences: { theme } });
    await radio('Markdown').click();
    await expect.element(button('Export 40 articles')).toBeInViewport();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('from the list', () => {
  test('what the search finds is exported', async () => {
    const { transfer } = await openDialog({ hash: '#/?q=topic%3Alaw' });
    await expect.element(radio('What the search finds (10 articles)')).toBeChecked();
    await button('Export 10 articles').click();
    await expect
      .poll(() => transfer.requests[0]?.scope)
      .toEqual({
        kind: 'query',
        query: { kind: 'field', field: 'topic', value: 'law' },
        queryText: 'topic:law',
      });
  });

  test('the selected articles are exported, and the toast says what was made', async () => {
    const { transfer } = openPage({ records: sampleRecords(5) });
    await expectCount('5 articles');
    await page.getByRole('checkbox', { name: 'Select Headline number 5', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Select Headline number 3', exact: true }).click();
    await page.getByRole('region', { name: 'Selected articles' }).getByRole('button', { name: 'Export…' }).click();
    await expect.element(radio('The selection (2 articles)')).toBeChecked();
    await button('Export 2 articles').click();
    await expect
      .poll(() => transfer.requests[0]?.scope)
      .toEqual({ kind: 'articles', slugs: ['article-5', 'article-3'] });
    transfer.exports.last.progress(1, 2);
    await expect.element(page.getByRole('link', { name: 'Exporting 50%' })).toBeVisible();
    transfer.exports.last.succeed({ name: 'offprint.zip', bytes: 12_345, articles: 2 });
    const said = page.getByRole('status').getByText('Exported 2 articles to offprint.zip (12 kB)');
    await expect.element(said).toBeVisible();
  });

  test('a second export leads to the one that runs', async () => {
    const { transfer } = await openDialog({ hash: '#/' });
    await button('Export 40 articles').click();
    await button('Export…').click();
    await expect.element(page.getByRole('progressbar', { name: 'Exporting' })).toBeVisible();
    expect(transfer.exports.count).toBe(1);
  });
});

test('an export shows how far it is, can be paused, and says the file and its size', async () => {
  const { transfer } = await openDialog();
  await button('Export 40 articles').click();
  transfer.exports.last.progress(10, 40);
  await expect.element(page.getByRole('progressbar', { name: 'Exporting' })).toHaveAttribute('value', '10');
  await button('Pause').click();
  expect(transfer.exports.last.isPaused).toBe(true);
  expect(await accessibilityFaults()).toEqual([]);
  transfer.exports.last.succeed({ name: 'offprint-2026-06-30.zip', bytes: 12_345_678, articles: 40 });
  const said = page.getByRole('status').getByText('Exported 40 articles to offprint-2026-06-30.zip (12.3 MB)');
  await expect.element(said).toBeVisible();
});

test('an export that is stopped or fails says so', async () => {
  const { transfer } = await openDialog();
  await button('Export 40 articles').click();
  await button('Cancel').click();
  await expect.element(page.getByRole('status').getByText(/^You stopped it/)).toBeVisible();
  await button('Export…').click();
  await button('Export 40 articles').click();
  transfer.exports.last.fail({ kind: 'disk-full' });
  await expect.element(page.getByRole('alert')).toHaveTextContent(/There is no space left/);
});
