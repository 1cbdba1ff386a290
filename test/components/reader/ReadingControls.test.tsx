import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ReadingControls } from '../../../components/reader/ReadingControls.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../core/library/preferences.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { english } from '../../support/translate.ts';
import '../../../components/theme.css';

afterEach(cleanup);

async function open(preferences: Partial<Preferences> = {}) {
  const changes: Partial<Preferences>[] = [];
  const { container } = render(
    <TranslationProvider value={english}>
      <button type="button">Elsewhere</button>
      <ReadingControls
        preferences={{ ...DEFAULT_PREFERENCES, ...preferences }}
        onChange={(change) => changes.push(change)}
      />
    </TranslationProvider>,
  );
  await userEvent.click(screen.getByText('Reading settings'));
  return { container, changes };
}

describe('ReadingControls', () => {
  it('shows what is chosen', async () => {
    await open({ face: 'system', measure: 'wide', theme: 'sepia', textSize: 2 });
    const checked = screen.getAllByRole('radio', { checked: true }).map((radio) => radio.closest('label')?.textContent);
    expect(checked).toEqual(['System', 'Wide', 'Sepia']);
    expect(screen.getByText('125 %')).toBeVisible();
  });

  it('hands over each change by itself', async () => {
    const { changes } = await open();
    const theme = screen.getByRole('group', { name: 'Theme' });
    expect(theme).toBeVisible();
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }));
    await userEvent.click(screen.getByRole('radio', { name: 'Narrow' }));
    await userEvent.click(screen.getByRole('button', { name: 'Larger text' }));
    await userEvent.click(screen.getByRole('button', { name: 'Smaller text' }));
    expect(changes).toEqual([{ theme: 'dark' }, { measure: 'narrow' }, { textSize: 1 }, { textSize: -1 }]);
  });

  it.each([
    ['Smaller text', -2],
    ['Larger text', 4],
  ])('stops %s at its end and keeps the focus', async (name, textSize) => {
    const { changes } = await open({ textSize });
    const button = screen.getByRole('button', { name });
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(changes).toEqual([]);
    expect(document.activeElement).toBe(button);
  });

  it('is worked by arrow keys within a group', async () => {
    const { changes } = await open();
    screen.getByRole('radio', { name: 'Serif' }).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(changes).toEqual([{ face: 'system' }]);
  });

  it('closes on Escape and gives the focus back', async () => {
    await open();
    screen.getByRole('radio', { name: 'Serif' }).focus();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByText('Typeface')).not.toBeVisible();
    expect(document.activeElement).toHaveTextContent('Reading settings');
  });

  it('closes when something else is pressed', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }));
    expect(screen.getByText('Typeface')).not.toBeVisible();
  });

  it('has targets of at least 24 pixels and no fault axe can find', async () => {
    const { container } = await open();
    for (const target of container.querySelectorAll('details :is(label, button, summary)')) {
      const { width, height } = target.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    await expectAccessible(container);
  });
});
