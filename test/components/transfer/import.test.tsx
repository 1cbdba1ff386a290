import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ImportReport } from '../../../core/transfer/import-report.ts';
import { aReport } from '../../support/fake-transfer.ts';
import { sampleRecords } from '../../support/sample-records.ts';
import { accessibilityFaults, type OpenPage, openPage, type PageSetting } from '../library/open-page.tsx';

const FILE = new File(['PK'], 'offprint.zip');
const button = (name: string) => page.getByRole('button', { name, exact: true });
const status = (text: string | RegExp) => page.getByRole('status').getByText(text, { exact: typeof text === 'string' });

const WHOLE = aReport({
  counts: { added: 1200, updated: 3, united: 2, same: 40, refused: 7 },
  conflicts: [
    { slug: 'gpt-5-arrives', headline: 'GPT-5 arrives', kind: 'content', kept: 'library' },
    { slug: 'gpt-5-arrives', headline: 'GPT-5 arrives', kind: 'note', kept: 'both' },
  ],
  refusals: Array.from({ length: 7 }, (_, line) => ({ where: `line ${line + 1}`, reason: 'other-host' as const })),
  searches: 2,
  binned: 4,
});

async function openTransfer(setting: PageSetting = {}): Promise<OpenPage> {
  const open = openPage({ records: sampleRecords(3), hash: '#/transfer', ...setting });
  await expect.element(page.getByRole('heading', { level: 1, name: 'Import and export' })).toHaveFocus();
  return open;
}

async function look({ transfer }: OpenPage, report: ImportReport = WHOLE) {
  await userEvent.upload(page.getByLabelText('Choose a file to import'), FILE);
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  transfer.previews.last.succeed({ file: FILE, report });
}

describe('choosing a file', () => {
  test('reads it with a bar that can be stopped, and changes nothing', async () => {
    const open = await openTransfer();
    await userEvent.upload(page.getByLabelText('Choose a file to import'), FILE);
    open.transfer.previews.last.progress(100, 400);
    const bar = page.getByRole('progressbar', { name: 'Looking through the file' });
    await expect.element(bar).toHaveAttribute('value', '100');
    await expect.element(bar).toHaveAttribute('max', '400');
    expect(await accessibilityFaults()).toEqual([]);
    await button('Cancel').click();
    await expect.element(status(/^You stopped it/)).toBeVisible();
    expect(open.transfer.imports.count).toBe(0);
  });

  test('takes a file that is dropped on the page', async () => {
    const open = await openTransfer();
    const dropped = new DataTransfer();
    dropped.items.add(FILE);
    const filesAfterDrop = () => {
      const drop = new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true });
      page.getByRole('heading', { level: 2, name: 'Export' }).element().dispatchEvent(drop);
      return drop.defaultPrevented ? open.transfer.files.map(({ name }) => name) : [];
    };
    await expect.poll(filesAfterDrop).toEqual(['offprint.zip']); // The page listens once it has been painted.
  });

  test('says in a sentence what is wrong with a file', async () => {
    const { transfer } = await openTransfer();
    await userEvent.upload(page.getByLabelText('Choose a file to import'), FILE);
    transfer.previews.last.fail({ kind: 'not-an-archive' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/offprint\.zip.*neither an Offprint archive/);
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('another file takes the place of the one before', async () => {
    const open = await openTransfer();
    await look(open);
    await expect.element(button('Import 1,205 articles')).toBeVisible();
    await userEvent.upload(page.getByLabelText('Choose a file to import'), new File(['{}'], 'records.jsonl'));
    await expect.poll(() => button('Import 1,205 articles').elements()).toHaveLength(0);
    open.transfer.previews.last.succeed({ file: FILE, report: aReport({ counts: { ...WHOLE.counts, added: 1 } }) });
    await expect.element(status('“records.jsonl” was looked through. Nothing is changed yet.')).toBeVisible();
    await expect.element(button('Import 6 articles')).toBeVisible();
  });
});

describe('the preview', () => {
  test('says what would come of every sort of article, and of what else the file brings', async () => {
    await look(await openTransfer());
    const preview = page.getByRole('region', { name: 'What importing would do' });
    const rows = () =>
      [...preview.element().querySelectorAll('dl > div')].map((row) => [
        row.querySelector('dd')?.textContent,
        row.querySelector('dt')?.textContent?.slice(0, 18),
      ]);
    await expect.poll(rows).toEqual([
      ['1,200', 'new'],
      ['3', 'with other content'],
      ['2', 'with the same cont'],
      ['40', 'already here'],
      ['7', 'refused'],
      ['2', 'saved searches'],
      ['4', 'for the bin'],
    ]);
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('lists what is decided, and the first few refusals until all are asked for', async () => {
    await look(await openTransfer());
    const conflicts = page.getByRole('list', { name: 'Where both sides have something of their own' });
    await expect.element(conflicts).toHaveTextContent(/GPT-5 arrives.*Yours is newer.*Both notes are kept/);
    const refusals = page.getByRole('list', { name: 'What is not taken' }).getByRole('listitem');
    expect(refusals.elements()).toHaveLength(5);
    await button('Show all 7').click();
    await expect.poll(() => refusals.elements()).toHaveLength(7);
    expect(refusals.elements()[6]?.textContent).toBe('line 7 It belongs to another site.');
  });

  test('says how many refusals are not in the list', async () => {
    await look(await openTransfer(), aReport({ ...WHOLE, counts: { ...WHOLE.counts, refused: 1007 } }));
    await expect.element(page.getByText('and 1,000 more like these')).toBeVisible();
  });

  test('offers nothing to import where all of it is here', async () => {
    await look(await openTransfer(), aReport({ counts: { ...aReport().counts, same: 3 } }));
    await expect.element(page.getByText('Everything in this file is in your library already.')).toBeVisible();
    expect(page.getByRole('button', { name: /^Import/ }).elements()).toHaveLength(0);
    await button('Put away').click();
    await expect.poll(() => page.getByRole('region', { name: 'What importing would do' }).elements()).toHaveLength(0);
  });

  test('offers what is no article of the list when only that is new', async () => {
    await look(await openTransfer(), aReport({ binned: 1 }));
    await expect.element(button('Import the rest')).toBeVisible();
  });
});

describe('importing', () => {
  test('can be paused and resumed, keeps the focus in reach, and says at last what it did', async () => {
    const { transfer } = await (async () => {
      const open = await openTransfer();
      await look(open);
      return open;
    })();
    await button('Import 1,205 articles').click();
    await expect.element(button('Pause')).toHaveFocus();
    transfer.imports.last.progress(600, 1205);
    const bar = page.getByRole('progressbar', { name: 'Importing' });
    await expect.element(bar).toHaveAttribute('value', '600');
    await expect.element(page.getByLabelText('Choose a file to import')).toBeDisabled();
    await button('Pause').click();
    await expect.element(button('Resume')).toHaveFocus();
    expect(transfer.imports.last.isPaused).toBe(true);
    await button('Resume').click();
    expect(transfer.imports.last.isPaused).toBe(false);
    expect(await accessibilityFaults()).toEqual([]);
    transfer.imports.last.succeed(WHOLE);
    await expect.element(status('Imported 1,205 articles, 40 already here, 7 refused')).toBeVisible();
    await expect.element(page.getByLabelText('Choose a file to import')).toHaveFocus();
    await expect.element(page.getByRole('list', { name: 'What was not taken' })).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
  });

  test('says only what there is to say', async () => {
    const open = await openTransfer();
    const one = aReport({ counts: { ...aReport().counts, added: 1 } });
    await look(open, one);
    await button('Import 1 article').click();
    open.transfer.imports.last.succeed(one);
    await expect.element(status('Imported 1 article')).toBeVisible();
  });

  test('that fails says why and can be gone on with', async () => {
    const open = await openTransfer();
    await look(open);
    await button('Import 1,205 articles').click();
    open.transfer.imports.last.fail({ kind: 'disk-full' });
    await expect.element(page.getByRole('alert')).toHaveTextContent(/There is no space left/);
    await button('Import 1,205 articles').click();
    expect(open.transfer.imports.count).toBe(2);
  });

  test('goes on while the page shows something else, and says there how far it is', async () => {
    const open = await openTransfer();
    await look(open);
    await button('Import 1,205 articles').click();
    open.transfer.imports.last.progress(241, 1205);
    await page.getByRole('link', { name: 'Bin', exact: true }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: 'Bin' })).toHaveFocus();
    const link = page.getByRole('link', { name: 'Importing 20%' });
    await expect.element(link).toBeVisible();
    expect(await accessibilityFaults()).toEqual([]);
    await link.click();
    await expect.element(page.getByRole('progressbar', { name: 'Importing' })).toHaveAttribute('value', '241');
    await expect.poll(() => link.elements()).toHaveLength(0);
  });

  test('lets the browser ask before the page is closed, and no longer than it runs', async () => {
    const open = await openTransfer();
    const isAsked = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await expect.poll(isAsked).toBe(false);
    await look(open);
    await button('Import 1,205 articles').click();
    await expect.poll(isAsked).toBe(true);
    open.transfer.imports.last.succeed(WHOLE);
    await expect.poll(isAsked).toBe(false);
  });
});

test.each(['light', 'dark'] as const)('nothing is cut 320 pixels wide, in the %s theme', async (theme) => {
  const open = await openTransfer({ preferences: { theme } });
  await page.viewport(320, 640);
  await look(open);
  await expect.element(button('Import 1,205 articles')).toBeVisible();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  expect(await accessibilityFaults()).toEqual([]);
});
