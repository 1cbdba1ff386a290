import { cleanup, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DEFAULT_PREFERENCES } from '../../../core/library/preferences.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { EVERY_KIND, renderReader } from './render-reader.tsx';

afterEach(async () => {
  cleanup();
  delete document.documentElement.dataset['theme'];
  document.documentElement.dir = '';
  await page.viewport(900, 900);
});

const article = () => within(screen.getByRole('article'));

describe('the head of an article', () => {
  it('has the headline as its one heading of the first rank, and the summary below', () => {
    renderReader({ body: { articleBody: EVERY_KIND } });
    expect(
      article()
        .getAllByRole('heading', { level: 1 })
        .map((heading) => heading.textContent),
    ).toEqual(['A first article']);
    expect(article().getByText('What it is about.')).toBeVisible();
  });

  it('links to the source and to wpnews in tabs that know nothing of this one', () => {
    renderReader();
    const source = article().getByRole('link', { name: 'Original source' });
    const site = article().getByRole('link', { name: 'On wpnews' });
    expect(source).toHaveProperty('href', 'https://source.example/first');
    expect(site).toHaveProperty('href', 'https://wpnews.pro/news/a-first-article');
    for (const link of [source, site]) expect(link).toMatchObject({ target: '_blank', rel: 'noopener noreferrer' });
  });

  it('offers no link to a source that is unknown or no web address', () => {
    for (const canonicalSource of [null, 'javascript:alert(1)']) {
      renderReader({ record: { canonicalSource } });
      expect(screen.queryByRole('link', { name: 'Original source' })).toBeNull();
      cleanup();
    }
  });

  it('says source, language, reading time and dates', () => {
    renderReader({
      record: { datePublished: '2026-06-28', dateModified: '2026-06-30', wordCount: 1190, inLanguage: 'de' },
    });
    for (const words of ['source.example', 'German', '5 minutes', 'Published 28 June 2026', 'Updated 30 June 2026'])
      expect(article().getByText(words)).toBeVisible();
  });

  it('leaves out what is not known', () => {
    renderReader({
      record: {
        datePublished: null,
        dateModified: null,
        wordCount: 0,
        inLanguage: null,
        canonicalSource: null,
        description: null,
        topics: [],
        entities: [],
      },
    });
    expect(article().queryByText(/Published|Updated|minute/)).toBeNull();
    expect(article().queryByRole('list')).toBeNull();
  });

  it('lists topics and entities as links to their places in the library', () => {
    renderReader({
      record: {
        topics: ['ai-policy'],
        entities: [
          { name: 'Sam Altman', type: 'Person' },
          { name: 'Xenon', type: 'Element' },
        ],
      },
    });
    const topics = within(article().getByRole('list', { name: 'Topics' }));
    expect(topics.getByRole('link', { name: 'AI policy' }).getAttribute('href')).toBe('#/topic/ai-policy');
    const entities = within(article().getByRole('list', { name: 'Entities' }));
    expect(entities.getByRole('link', { name: 'Sam Altman' }).getAttribute('href')).toBe('#/entity/Sam%20Altman');
    expect(entities.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Sam Altmanperson',
      'XenonElement',
    ]);
  });

  it('does not say twice what the text begins with', () => {
    renderReader({ body: { articleBody: '# A FIRST  article\n\nWhat it is about. And more.' } });
    expect(article().getAllByRole('heading')).toHaveLength(1);
    expect(article().getAllByText(/What it is about/)).toHaveLength(1);
  });
});

describe('the text of an article', () => {
  it('ranks headings without a gap and gives them no identifier', () => {
    renderReader({ body: { articleBody: EVERY_KIND } });
    expect(article().getByRole('heading', { level: 2, name: 'First part' }).id).toBe('');
    expect(article().getByRole('heading', { level: 3, name: 'Deeper' })).toBeVisible();
  });

  it('tells where a link goes that names another place', () => {
    renderReader({ body: { articleBody: EVERY_KIND } });
    expect(article().getByRole('link', { name: 'bank.example (evil.example)' })).toBeVisible();
    expect(article().getByRole('link', { name: 'link' })).toMatchObject({
      href: 'https://example.com/a',
      target: '_blank',
      rel: 'noopener noreferrer',
    });
  });

  it('describes pictures and loads none', () => {
    const { container } = renderReader({ body: { articleBody: EVERY_KIND } });
    expect(article().getByRole('link', { name: 'Picture: A chart' })).toHaveProperty(
      'href',
      'https://example.com/chart.png',
    );
    expect(article().getByRole('link', { name: 'Picture' })).toHaveProperty('href', 'https://source.example/x.png');
    expect(container.querySelector('img, picture, svg, video, iframe')).toBeNull();
  });

  it('puts code and tables into boxes that take focus, in reading order', async () => {
    renderReader({ body: { articleBody: EVERY_KIND } });
    const code = article().getByRole('group', { name: 'Code, python' });
    const table = article().getByRole('group', { name: 'Table' });
    code.focus();
    await userEvent.tab();
    expect(article().getByRole('group', { name: 'Code' })).toBe(document.activeElement);
    await userEvent.tab();
    expect(table).toBe(document.activeElement);
    expect(within(table).getByRole('columnheader', { name: 'right' })).toHaveProperty('scope', 'col');
  });

  it('keeps the white space of code, left to right', () => {
    renderReader({ body: { articleBody: '```\n  a\n    b\n```' } });
    const code = article().getByRole('group', { name: 'Code' });
    expect(code.textContent).toBe('  a\n    b');
    expect(getComputedStyle(code.querySelector('pre') as Element)).toMatchObject({
      whiteSpace: 'pre',
      direction: 'ltr',
    });
  });

  it('carries the article’s language, and the direction most of its letters run in', () => {
    const { container } = renderReader({
      record: { headline: 'OpenAI تطلق نموذجًا جديدًا', inLanguage: 'ar' },
      body: { articleBody: 'قال الباحثون إن النموذج\n\nIn English.\n\n- سرعة' },
    });
    const heading = article().getByRole('heading', { level: 1 });
    expect(heading).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(container.querySelector('.reader-body')).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(article().getByText('In English.')).toMatchObject({ dir: 'ltr' });
  });

  it('scrolls wide code and tables in their own boxes at 320 pixels', async () => {
    await page.viewport(320, 600);
    const wide = `| ${'column | '.repeat(12)}\n|${'-|'.repeat(12)}\n\n\`\`\`\n${'x'.repeat(400)}\n\`\`\`\n\n${'y'.repeat(300)}`;
    renderReader({ record: { headline: 'z'.repeat(120) }, body: { articleBody: wide } });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    const table = article().getByRole('group', { name: 'Table' });
    expect(table.scrollWidth).toBeGreaterThan(table.clientWidth);
  });

  it('grows with the text size and the line length', () => {
    const sizeOf = (textSize: number) => {
      const { container } = renderReader({ props: { preferences: { ...DEFAULT_PREFERENCES, textSize } } });
      const size = Number.parseFloat(getComputedStyle(container.querySelector('.reader-body') as Element).fontSize);
      cleanup();
      return size;
    };
    const sizes = [-2, -1, 0, 1, 2, 3, 4].map(sizeOf);
    expect(sizes.toSorted((a, b) => a - b)).toEqual(sizes);
    expect((sizes[6] ?? 0) / (sizes[2] ?? 1)).toBeCloseTo(1.5);
  });
});

describe('notices', () => {
  it.each([
    ['a body from plain text', {}, { bodyFormat: 'text' as const }, /plain-text version/],
    ['no body', {}, { articleBody: '' }, /gave no text/],
    ['a body that is cut', {}, { articleBody: `${'> '.repeat(60)}a` }, /longer or deeper/],
    [
      'an article that is gone',
      { goneAt: Date.UTC(2026, 5, 28, 12) },
      {},
      /on 28 Jun 2026.*no longer had this article/,
    ],
  ])('tell of %s', (_, record, body, words) => {
    renderReader({ record, body });
    expect(article().getByRole('note')).toHaveTextContent(words);
  });

  it('are absent from a whole article', () => {
    renderReader();
    expect(article().queryByRole('note')).toBeNull();
  });
});

describe('what can be done with an article', () => {
  it('marks and unmarks it with toggles that say their state', async () => {
    const { calls } = renderReader({ record: { own: { tags: [], readAt: 1, starredAt: null, archivedAt: null } } });
    expect(article().getByRole('button', { name: 'Mark as read', pressed: true })).toBeVisible();
    await userEvent.click(article().getByRole('button', { name: 'Mark as read' }));
    await userEvent.click(article().getByRole('button', { name: 'Star', pressed: false }));
    await userEvent.click(article().getByRole('button', { name: 'Archive', pressed: false }));
    expect(calls).toEqual([
      ['mark', 'read', false],
      ['mark', 'starred', true],
      ['mark', 'archived', true],
    ]);
  });

  it('removes it and asks the site again', async () => {
    const { calls } = renderReader();
    await userEvent.click(article().getByRole('button', { name: 'Remove' }));
    await userEvent.click(article().getByRole('button', { name: 'Check for updates' }));
    expect(calls).toEqual([['remove'], ['refresh']]);
  });

  it('does not ask again while it is asking, and keeps the focus', async () => {
    const { calls } = renderReader({ props: { isRefreshing: true } });
    const button = article().getByRole('button', { name: 'Checking…' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(calls).toEqual([]);
    expect(document.activeElement).toBe(button);
  });
});

describe('about this copy', () => {
  it('says when it was saved, whether it is whole, and where its parts came from', async () => {
    renderReader({
      record: {
        savedAt: Date.UTC(2026, 5, 29, 12),
        wordCount: 1240,
        completeness: 'word-count',
        provenance: { headline: 'jsonld', articleBody: 'md' },
      },
    });
    await userEvent.click(article().getByText('About this copy'));
    expect(article().getByText(/29 Jun 2026/)).toBeVisible();
    expect(article().getByText('1,240 words')).toBeVisible();
    expect(article().getByText(/as many words as wpnews says/)).toBeVisible();
    const rows = article()
      .getAllByRole('row')
      .map((row) => row.textContent);
    expect(rows).toEqual(['PartSource', 'HeadlineJSON-LD version', 'TextMarkdown version']);
  });
});

describe('accessibility', () => {
  it.each(['light', 'dark', 'sepia'])('has no fault axe can find in %s', async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    const { container } = renderReader({
      record: { goneAt: 1, own: { tags: [], readAt: 1, starredAt: 1, archivedAt: null } },
      body: { articleBody: EVERY_KIND },
    });
    for (const details of container.querySelectorAll('details')) details.open = true;
    await expectAccessible(container);
  });

  it('has no fault axe can find from right to left at 320 pixels', async () => {
    document.documentElement.dir = 'rtl';
    await page.viewport(320, 600);
    const { container } = renderReader({
      record: { headline: 'عنوان', inLanguage: 'ar', description: null },
      body: { articleBody: `نص\n\n${EVERY_KIND}` },
    });
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    await expectAccessible(container);
  });
});
