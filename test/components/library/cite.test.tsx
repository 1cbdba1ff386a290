import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { printRoute } from '../../../core/library/route.ts';
import { sampleRecord } from '../../support/sample-records.ts';
import { openPage } from './open-page.tsx';

describe('citing from the reader', () => {
  it('opens the dialog by its button, and comes back to the button', async () => {
    const record = sampleRecord(1, { checkedAt: Date.UTC(2026, 10, 3) });
    openPage({ records: [record], hash: printRoute({ page: 'article', slug: record.slug }) });
    const button = await screen.findByRole('button', { name: 'Cite' });
    await userEvent.click(button);
    const dialog = await screen.findByRole('dialog', { name: 'Cite this article' });
    expect(dialog.textContent).toContain(
      'Headline number 1. (2026, January 2). nature.com. https://www.nature.com/story/1',
    );
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button);
  });
});
