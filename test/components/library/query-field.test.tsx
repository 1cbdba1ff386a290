import '../../../components/theme.css';
import '../../../components/library/search.css';
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { facetLabels } from '../../../components/library/facet-labels.ts';
import { QueryField } from '../../../components/library/QueryField.tsx';
import { type CompleteValues, suggestionsFor } from '../../../components/library/suggestions.ts';
import { TranslationProvider } from '../../../components/translation.ts';
import type { FacetValue } from '../../../core/catalogue/facet.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { english } from '../../support/translate.ts';

const ENTITIES: readonly FacetValue[] = [
  { value: 'Sam Altman', count: 1200 },
  { value: 'Samsung', count: 1 },
];
const fromEntities: CompleteValues = async (field, words, limit) =>
  (field === 'entity' ? ENTITIES : [{ value: 'ai-policy', count: 3 }])
    .filter(({ value }) => value.toLowerCase().startsWith(words.toLowerCase()))
    .slice(0, limit);

afterEach(cleanup);

/** Draws the box over `completeValues`; `written` collects what the page hears. */
function open({ text = '', completeValues = fromEntities, dir = 'ltr' as 'ltr' | 'rtl' } = {}) {
  const written: string[] = [];
  const labelOf = facetLabels('en-GB', english);
  const box = (shown: string) => (
    <TranslationProvider value={english}>
      <search class="search" dir={dir}>
        <QueryField
          text={shown}
          problemId={null}
          write={(next) => written.push(next)}
          suggest={(completion) => suggestionsFor(completion, completeValues, labelOf, english)}
          number={(value) => value.toLocaleString('en-GB')}
        />
      </search>
    </TranslationProvider>
  );
  const { container, rerender } = render(box(text));
  return { container, written, show: (next: string) => rerender(box(next)) };
}

const box = () => page.getByRole('searchbox', { name: 'Search your library' });
const options = () => page.getByRole('option');

async function expectOptions(...names: string[]): Promise<void> {
  await expect
    .poll(() =>
      options()
        .elements()
        .map((option) => option.textContent),
    )
    .toEqual(names);
}

test('field names are offered from two letters on, and picking one offers its values', async () => {
  const { container, written } = open();
  await userEvent.type(box(), 'e');
  await userEvent.type(box(), 'n');
  await expectOptions('entity: who or what it names');
  await expectAccessible(container);
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(box()).toHaveValue('entity:');
  await expectOptions('Sam Altman 1,200 articles', 'Samsung 1 article');
  await expect.poll(() => written.at(-1)).toBe('entity:');
});

test('the arrows say which option is active, and Enter puts it into the query with quotes where it needs them', async () => {
  const { container, written } = open();
  await userEvent.type(box(), '-entity:"sa');
  await expectOptions('Sam Altman 1,200 articles', 'Samsung 1 article');
  await expect.element(box()).not.toHaveAttribute('aria-activedescendant');
  await userEvent.keyboard('{ArrowDown}');
  const [first] = options().elements();
  expect(box().element().getAttribute('aria-activedescendant')).toBe(first?.id);
  expect(first?.getAttribute('aria-selected')).toBe('true');
  expect(box().element().getAttribute('aria-controls')).toBe(page.getByRole('listbox').element().id);
  await expectAccessible(container);
  await userEvent.keyboard('{Enter}');
  await expect.element(box()).toHaveValue('-entity:"Sam Altman" ');
  await expectOptions();
  await expect.poll(() => written.at(-1)).toBe('-entity:"Sam Altman" ');
});

test('the arrows go around through the text, where Enter picks nothing', async () => {
  open();
  await userEvent.type(box(), 'entity:sa{ArrowUp}');
  await expect.element(options().nth(1)).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(box()).not.toHaveAttribute('aria-activedescendant');
  await userEvent.keyboard('{Enter}');
  await expectOptions();
  await expect.element(box()).toHaveValue('entity:sa');
});

test('a click picks, and the typing goes on where the pick ends', async () => {
  open();
  await userEvent.type(box(), 'open (topic:ai');
  await options().first().click();
  await userEvent.keyboard('x');
  await expect.element(box()).toHaveValue('open (topic:ai-policy x');
});

test('Escape closes the list and leaves the text; the arrow down asks for it again', async () => {
  open();
  await userEvent.type(box(), 'is:un');
  await expectOptions('unread not read yet');
  await userEvent.keyboard('{Escape}');
  await expectOptions();
  await expect.element(box()).toHaveValue('is:un');
  await userEvent.keyboard('{ArrowDown}');
  await expectOptions('unread not read yet');
});

test('Tab leaves the box and closes the list', async () => {
  open();
  await userEvent.type(box(), 'has:n');
  await expectOptions('note with a note of yours');
  await userEvent.keyboard('{Tab}');
  await expectOptions();
  expect(document.activeElement).not.toBe(box().element());
});

test('a word, and a place nobody asked about, offer nothing', async () => {
  open();
  await userEvent.type(box(), 'whales s');
  await expectOptions();
  await userEvent.keyboard('{ArrowDown}');
  await expectOptions('source: where it first appeared', 'saved: when you saved it');
});

test('the last question counts, however late the answers come', async () => {
  const waiting = new Map<string, (values: readonly FacetValue[]) => void>();
  open({ completeValues: (_, words) => new Promise((resolve) => waiting.set(words, resolve)) });
  await userEvent.type(box(), 'tag:ab');
  waiting.get('ab')?.([{ value: 'abacus', count: 1 }]);
  waiting.get('a')?.([{ value: 'apple', count: 1 }]);
  await expectOptions('abacus 1 article');
  await userEvent.keyboard('{Escape}');
  await expectOptions();
});

test('a library that cannot be read offers nothing', async () => {
  open({ completeValues: () => Promise.reject(new Error('broken on purpose')) });
  await userEvent.type(box(), 'topic:a');
  await expectOptions();
});

test('a screen reader hears how many suggestions there are', async () => {
  open();
  await userEvent.type(box(), 'entity:sa');
  await expect.element(page.getByText('2 suggestions')).toHaveAttribute('aria-live', 'polite');
});

test('a query from elsewhere takes the place of the text, but never of what is being typed', async () => {
  const { show, written } = open({ text: 'topic:law' });
  await expect.element(box()).toHaveValue('topic:law');
  await userEvent.type(box(), ' sa');
  await expect.poll(() => written.at(-1)).toBe('topic:law sa');
  show('topic:law sa');
  await expect.element(box()).toHaveValue('topic:law sa');
  show('topic:law');
  await expect.element(box()).toHaveValue('topic:law');
  await expectOptions();
});

for (const dir of ['ltr', 'rtl'] as const) {
  test(`on a page 320 pixels wide (${dir}) a long name wraps inside the list`, async () => {
    await page.viewport(320, 640);
    const value = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung';
    open({ completeValues: async () => [{ value, count: 100_000 }], dir });
    await userEvent.type(box(), 'entity:d');
    await expectOptions(`${value} 100,000 articles`);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });
}
