import '../../../components/theme.css';
import '../../../components/shell/shell.css';
import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CiteDialog } from '../../../components/reader/CiteDialog.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import type { CitationRun } from '../../../core/formats/citations/citation-styles.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { aRecord } from '../../support/article-builders.ts';
import { english } from '../../support/translate.ts';

const RECORD = aRecord({ checkedAt: Date.UTC(2026, 10, 3), headline: 'A first <b>article</b>' });
const APA = 'A first <b>article</b>. (2026, June 28). source.example. https://source.example/first';

afterEach(cleanup);

/** Opens the dialog; what is copied is kept, and `allowed` says whether the browser lets it. */
function open(allowed = true) {
  const copied: (readonly CitationRun[])[] = [];
  let closed = 0;
  render(
    <TranslationProvider value={english}>
      <CiteDialog
        record={RECORD}
        copy={async (runs) => {
          copied.push(runs);
          return allowed;
        }}
        close={() => {
          closed += 1;
        }}
      />
    </TranslationProvider>,
  );
  return { copied, closed: () => closed, dialog: screen.getByRole('dialog', { name: 'Cite this article' }) };
}

describe('the dialog that cites an article', () => {
  it('begins with APA, the place in italics, and offers the usual styles', () => {
    const { dialog } = open();
    expect(dialog.querySelector('.cite-text')?.textContent).toBe(APA);
    expect(dialog.querySelector('.cite-text i')?.textContent).toBe('source.example');
    const group = screen.getByRole('group', { name: 'Style' });
    expect(group.querySelectorAll('input[type=radio]')).toHaveLength(6);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'APA' }).checked).toBe(true);
  });

  it('shows another style with the arrow keys, and copies what it shows', async () => {
    const { copied, dialog } = open();
    screen.getByRole('radio', { name: 'APA' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    const mla = '“A First <b>article</b>.” source.example, 28 June 2026, https://source.example/first.';
    await expect.poll(() => dialog.querySelector('.cite-text')?.textContent).toBe(mla);
    await userEvent.click(screen.getByRole('button', { name: 'Copy citation' }));
    expect(copied.map((runs) => runs.map(({ text }) => text).join(''))).toEqual([mla]);
    await expect.poll(() => screen.getByRole('status').textContent).toBe('Copied.');
  });

  it('says so when the browser does not let it copy, until another style is chosen', async () => {
    open(false);
    await userEvent.click(screen.getByRole('button', { name: 'Copy citation' }));
    await expect.poll(() => screen.getByRole('status').textContent).toContain('did not let Offprint copy');
    await userEvent.click(screen.getByRole('radio', { name: 'IEEE' }));
    await expect.poll(() => screen.getByRole('status').textContent).toBe('');
  });

  it('closes by button and by Escape', async () => {
    const { closed, dialog } = open();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(closed()).toBe(1);
    (dialog as HTMLDialogElement).showModal();
    await userEvent.keyboard('{Escape}');
    await expect.poll(closed).toBe(2);
  });

  it('is accessible, also narrow', async () => {
    const { dialog } = open();
    await expectAccessible(dialog);
    await page.viewport(320, 600);
    expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
    await page.viewport(1280, 900);
  });
});
