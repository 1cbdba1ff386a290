import { expect, it } from 'vitest';
import type { Events, Omnibox } from 'webextension-polyfill';
import { listenToOmnibox, type SuggestedArticle } from '../../services/omnibox.ts';
import { english } from '../support/translate.ts';

/** An event that a test fires itself. */
function fakeEvent<Listener extends (...given: never[]) => unknown>() {
  const listeners = new Set<Listener>();
  const event: Pick<Events.Event<Listener>, 'addListener'> = {
    addListener: (listener) => void listeners.add(listener),
  };
  const fire = (...given: Parameters<Listener>) => {
    for (const listener of listeners) listener(...given);
  };
  return { event: event as Events.Event<Listener>, fire };
}

type Suggest = (text: string) => Promise<readonly SuggestedArticle[]>;

function listen(suggest: Suggest, isMarkup = true) {
  const changed = fakeEvent<(text: string, show: (suggestions: Omnibox.SuggestResult[]) => void) => void>();
  const entered = fakeEvent<(text: string, where: Omnibox.OnInputEnteredDisposition) => void>();
  const cancelled = fakeEvent<() => void>();
  const unused = fakeEvent<(text: string) => void>().event;
  const defaults: string[] = [];
  const opened: [string, string][] = [];
  const omnibox: Omnibox.Static = {
    setDefaultSuggestion: ({ description }) => void defaults.push(description),
    onInputStarted: fakeEvent<() => void>().event,
    onInputChanged: changed.event,
    onInputEntered: entered.event,
    onInputCancelled: cancelled.event,
    onDeleteSuggestion: unused,
  };
  const open = async (hash: string, where: string) => void opened.push([hash, where]);
  listenToOmnibox({ omnibox, isMarkup, suggest, open, t: english });
  return {
    defaults,
    opened,
    enter: entered.fire,
    cancel: cancelled.fire,
    /** What is shown under the address bar once `text` is typed there; never settles when nothing is shown. */
    type: (text: string) => new Promise<Omnibox.SuggestResult[]>((resolve) => changed.fire(text, resolve)),
  };
}

const article = (slug: string, headline = slug): SuggestedArticle => ({ slug, headline });

it('suggests five articles by headline, each leading to its page', async () => {
  const asked: string[] = [];
  const { type } = listen(async (text) => {
    asked.push(text);
    return Array.from({ length: 8 }, (_, number) => article(`whale-${number}`, `Headline ${number}`));
  });
  const shown = await type('wha');
  expect(asked).toEqual(['wha']);
  expect(shown).toHaveLength(5);
  expect(shown[0]).toEqual({ content: '#/article/whale-0', description: 'Headline 0' });
});

it('marks what matches, and no headline can break out of the markup', async () => {
  const { type } = listen(async () => [article('a', 'Wháles & <match>"wha"\u0000\ud83c</match> a wh')]);
  const [shown] = await type('topic:a wha');
  expect(shown?.description).toBe(
    '<match>Wháles</match> &amp; &lt;match&gt;&quot;<match>wha</match>&quot; \ufffd&lt;/match&gt; a wh',
  );
});

it('shows headlines as they are where there is no markup', async () => {
  const { type } = listen(async () => [article('a', 'Whales & <b>wha</b>')], false);
  expect((await type('wha'))[0]?.description).toBe('Whales & <b>wha</b>');
});

it('names the search itself first, with what is typed', async () => {
  const { type, defaults, cancel } = listen(async () => []);
  expect(defaults).toEqual(['Search your library']);
  await type('R&D ');
  expect(defaults.at(-1)).toBe('Search your library for “R&amp;D”');
  cancel();
  expect(defaults.at(-1)).toBe('Search your library');
});

it('asks for nothing before something is typed', async () => {
  const { type } = listen(() => Promise.reject(new Error('asked')));
  expect(await type(' ')).toEqual([]);
});

it('shows nothing for what is no longer typed', async () => {
  const waiting = new Map<string, (found: readonly SuggestedArticle[]) => void>();
  const { type } = listen((text) => new Promise((resolve) => waiting.set(text, resolve)));
  const shown: string[] = [];
  const older = type('w').then(() => shown.push('w'));
  const newer = type('wh').then(() => shown.push('wh'));
  waiting.get('w')?.([article('old')]);
  waiting.get('wh')?.([article('new')]);
  await Promise.race([older, newer]);
  expect(shown).toEqual(['wh']);
});

it('opens the list of a query, or the article of a suggestion, where the browser says', () => {
  const { enter, opened } = listen(async () => []);
  enter('"open weights" topic:ai', 'currentTab');
  enter('#/article/a-first-article', 'newBackgroundTab');
  enter('#/article/../settings', 'newForegroundTab');
  enter('#/settings', 'currentTab');
  expect(opened).toEqual([
    ['#/?q=%22open%20weights%22%20topic%3Aai', 'currentTab'],
    ['#/article/a-first-article', 'newBackgroundTab'],
    ['#/?q=%23%2Farticle%2F..%2Fsettings', 'newForegroundTab'],
    ['#/?q=%23%2Fsettings', 'currentTab'],
  ]);
});

it('does nothing where the browser has no omnibox', () => {
  const parts = { isMarkup: false, suggest: async () => [], open: async () => {}, t: english };
  expect(() => listenToOmnibox({ omnibox: undefined, ...parts })).not.toThrow();
});
