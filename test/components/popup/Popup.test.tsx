import { cleanup, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Popup } from '../../../components/popup/Popup.tsx';
import { TranslationProvider } from '../../../components/translation.ts';
import type { ArticleRecord } from '../../../core/library/records.ts';
import { problem } from '../../../core/problem.ts';
import type { PageDescription, SaveReceipt } from '../../../core/protocol.ts';
import { fail, succeed } from '../../../core/result.ts';
import type { PopupSubject, UnreadyState } from '../../../services/popup.ts';
import { expectAccessible } from '../../support/accessibility.ts';
import { aRecord } from '../../support/article-builders.ts';
import { fakePopupService } from '../../support/fake-popup-service.ts';
import { english } from '../../support/translate.ts';
import '../../../components/theme.css';

const SLUG = 'a-first-article';
const receipt: SaveReceipt = {
  outcome: 'saved',
  slug: SLUG,
  headline: 'A first article',
  topics: [],
  entities: [],
  bytes: 1,
  milliseconds: 1,
};
const page: PageDescription = {
  headline: 'A first article',
  dateModified: '2026-07-01T00:00:00Z',
  structured: [
    JSON.stringify({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'A first article',
      url: `https://wpnews.pro/news/${SLUG}`,
      keywords: ['ai-policy'],
      mentions: [{ '@type': 'Person', name: 'Ada Lovelace' }],
    }),
  ],
};

type Change = Partial<Extract<PopupSubject, { kind: 'article' }>>;

function anArticlePage(change: Change = {}): PopupSubject {
  return { kind: 'article', slug: SLUG, title: 'Title of the tab', record: null, queued: null, ...change };
}

const saved = (change: Partial<ArticleRecord> = {}): PopupSubject => anArticlePage({ record: aRecord(change) });
/** Saved, and as new as what `page` says of itself. */
const upToDate = saved({ dateModified: '2026-07-01T00:00:00.000Z' });

function show(subject: PopupSubject, described: PageDescription | null = page) {
  const service = fakePopupService(subject, described);
  const { container } = render(
    <TranslationProvider value={english}>
      <Popup service={service} />
    </TranslationProvider>,
  );
  return { service, container };
}

const button = (name: string) => screen.findByRole('button', { name });
const list = (name: string) => screen.findByRole('list', { name });

afterEach(cleanup);

describe('on an article that is not saved', () => {
  it('shows the headline, and has the focus on Save article', async () => {
    const { container } = show(anArticlePage());
    await waitFor(async () => expect(await button('Save article')).toHaveFocus());
    expect(await screen.findByRole('heading', { level: 1, name: 'A first article' })).toBeVisible();
    await expectAccessible(container);
  });

  it('lists topics and entities that the page itself states', async () => {
    show(anArticlePage());
    expect(within(await list('Topics')).getByText('AI policy')).toBeVisible();
    expect(within(await list('Entities')).getByText('Ada Lovelace')).toBeVisible();
  });

  it('works without a content script, by the title of the tab', async () => {
    show(anArticlePage(), null);
    expect(await screen.findByRole('heading', { level: 1, name: 'Title of the tab' })).toBeVisible();
    expect(await button('Save article')).toBeEnabled();
  });

  it('says Saving… with the button disabled, then Saved, and moves the focus to reading', async () => {
    const { service } = show(anArticlePage());
    await userEvent.click(await button('Save article'));
    expect(await button('Saving…')).toBeDisabled();
    expect(screen.getByRole('status')).toHaveTextContent('Saving…');
    service.current = upToDate;
    service.answerSave(succeed(receipt));
    const read = await screen.findByRole('link', { name: 'Read offline' });
    expect(read).toHaveAttribute('href', `/library.html#/article/${SLUG}`);
    expect(screen.getByRole('status')).toHaveTextContent('Saved');
    expect(await button('Remove')).toBeEnabled();
    await waitFor(() => expect(read).toHaveFocus());
  });

  it('says in one sentence what went wrong, and offers to try again', async () => {
    const { service, container } = show(anArticlePage());
    await userEvent.click(await button('Save article'));
    service.answerSave(fail(problem('not-found')));
    expect(await screen.findByRole('alert')).toHaveTextContent(english('problem.notFound'));
    await expectAccessible(container);
    await userEvent.click(await button('Try again'));
    expect(service.calls).toEqual(['save', 'save']);
  });

  it('says that the save waits for the network, and why', async () => {
    const queued = { slug: SLUG, queuedAt: 1, attempts: 1, notBefore: 2, problem: problem('offline') };
    const { container } = show(anArticlePage({ queued }));
    const status = await screen.findByRole('status');
    await waitFor(() => expect(status).toHaveTextContent('Waiting for the network'));
    expect(status).toHaveTextContent(english('problem.offline'));
    expect(await button('Try now')).toBeEnabled();
    await expectAccessible(container);
  });
});

describe('on a saved article', () => {
  it('says Saved, also when it was saved elsewhere while the popup was open', async () => {
    const { service } = show(anArticlePage());
    await button('Save article');
    service.current = upToDate;
    service.announce();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Saved'));
  });

  it('offers to update the copy when the page is newer', async () => {
    const { service, container } = show(saved());
    await userEvent.click(await button('Update saved copy'));
    expect(service.calls).toEqual(['save']);
    await expectAccessible(container);
  });

  it('takes a removal back', async () => {
    const { service } = show(upToDate);
    await userEvent.click(await button('Remove'));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Removed'));
    await userEvent.click(await button('Undo'));
    expect(service.calls).toEqual([`remove ${SLUG}`, `restore ${SLUG}`]);
  });
});

describe('away from articles', () => {
  it('shows the last saved articles and a search of the library', async () => {
    const { service, container } = show({ kind: 'no-article', recent: [aRecord()] });
    expect(await screen.findByText('No wpnews article on this page')).toBeVisible();
    expect(within(await list('Last saved')).getByRole('link', { name: 'A first article' })).toHaveAttribute(
      'href',
      `/library.html#/article/${SLUG}`,
    );
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search your library' }), 'topic:ai-policy{Enter}');
    expect(service.calls).toEqual(['search topic:ai-policy']);
    await expectAccessible(container);
  });

  it('says nothing of last saved articles in an empty library', async () => {
    show({ kind: 'no-article', recent: [] });
    await screen.findByText('No wpnews article on this page');
    expect(screen.queryByText('Last saved')).toBeNull();
  });
});

it('asks for the site’s permission back with one button', async () => {
  const { service, container } = show({ kind: 'no-access' });
  expect(await screen.findByRole('alert')).toHaveTextContent(english('popup.siteAccess'));
  await expectAccessible(container);
  service.current = anArticlePage();
  await userEvent.click(await button('Allow access to wpnews.pro'));
  expect(await button('Save article')).toBeEnabled();
  expect(service.calls).toEqual(['allow access']);
});

it('says what is wrong when the library cannot be read', async () => {
  show({ kind: 'failed', problem: problem('database-newer') });
  expect(await screen.findByRole('alert')).toHaveTextContent(english('problem.databaseNewer'));
});

it.each<[UnreadyState, string]>([
  [{ kind: 'restoring', done: 400, total: 412 }, 'Bringing your library back: 400 of 412 articles'],
  [{ kind: 'blocked' }, english('problem.databaseBlocked')],
  [{ kind: 'superseded' }, english('safekeeping.superseded')],
])('does not say that an article is not saved while the library is %j', async (state, sentence) => {
  const { container } = show({ kind: 'waiting', state });
  expect(await screen.findByRole('status')).toHaveTextContent(sentence);
  expect(screen.queryByRole('button', { name: 'Save article' })).toBeNull();
  await expectAccessible(container);
});

it('takes a removal back under the slug the article was saved as, when the site renamed it', async () => {
  const { service } = show(saved({ slug: 'its-new-name', dateModified: '2026-07-01T00:00:00.000Z' }));
  await userEvent.click(await button('Remove'));
  await userEvent.click(await button('Undo'));
  expect(service.calls).toEqual(['remove its-new-name', 'restore its-new-name']);
});

it.each([anArticlePage(), saved(), { kind: 'no-article', recent: [] } as const])(
  'always has the way to the library',
  async (subject) => {
    show(subject);
    expect(await screen.findByRole('link', { name: 'Open library' })).toHaveAttribute('href', '/library.html#/');
  },
);
