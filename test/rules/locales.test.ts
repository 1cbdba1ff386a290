import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemMessage, problemMessageKey } from '../../components/problem-message.ts';
import { PROBLEM_KINDS } from '../../core/problem.ts';
import { english } from '../support/translate.ts';
import { differenceIn, keysAskedBy, messagesIn, textsIn } from './messages.ts';
import { isProduct } from './rooms.ts';
import { parseSource, readSources } from './source-file.ts';

const readLocale = (name: string) => messagesIn(JSON.parse(readFileSync(`locales/${name}`, 'utf8')));

const ENGLISH = readLocale('en.json');

const OTHERS = readdirSync('locales').filter((name) => name !== 'en.json');

const PRODUCT = readSources().filter(isProduct);

/** Messages that every browser has, such as the language of its interface. */
const isOfBrowser = (key: string) => key.startsWith('@@');

/** Keys that the manifest names. */
const IN_MANIFEST = [...readFileSync('wxt.config.ts', 'utf8').matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);

describe('every other language', () => {
  it('has exactly the messages of English', () => {
    const keys = [...ENGLISH.keys()].sort();
    for (const name of OTHERS) expect([...readLocale(name).keys()].sort(), name).toEqual(keys);
  });

  it('has the plural forms and substitutions of English', () => {
    const differences = OTHERS.flatMap((name) =>
      [...readLocale(name)].flatMap(([key, message]) => {
        const wanted = ENGLISH.get(key);
        const difference = wanted && differenceIn(wanted, message);
        return difference ? [`${name}: ${key} ${difference}`] : [];
      }),
    );
    expect(differences).toEqual([]);
  });
});

describe('the English messages', () => {
  it('are there for every key that the code or the manifest asks for', () => {
    const asked = PRODUCT.map(keysAskedBy);
    const keys = [...asked.flatMap((file) => file.keys), ...IN_MANIFEST].filter((key) => !isOfBrowser(key));
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !ENGLISH.has(key))).toEqual([]);
    const known = [...ENGLISH.keys()];
    const unmet = asked
      .flatMap((file) => file.beginnings)
      .filter((start) => !known.some((key) => key.startsWith(start)));
    expect(unmet).toEqual([]);
  });

  it('are all used', () => {
    const texts = PRODUCT.map(textsIn);
    const used = new Set([...texts.flatMap((file) => file.keys), ...IN_MANIFEST]);
    const beginnings = texts.flatMap((file) => file.beginnings);
    const unused = [...ENGLISH.keys()].filter(
      (key) => !used.has(key) && !beginnings.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });

  it('are never empty', () => {
    const empty = [...ENGLISH].filter(([, { forms }]) => Object.values(forms).some((text) => text.trim() === ''));
    expect(empty).toEqual([]);
  });
});

describe('problemMessage', () => {
  it.each(PROBLEM_KINDS)('says in one sentence what happened at %s, and what to do', (kind) => {
    const sentence = problemMessage(kind, english);
    expect(sentence).toMatch(/: .+\.$/);
    expect(sentence.match(/[.!?](?=\s|$)/g)).toHaveLength(1);
  });

  it('says something of its own for each kind', () => {
    const sentences = PROBLEM_KINDS.map((kind) => problemMessage(kind, english));
    expect(new Set(sentences).size).toBe(PROBLEM_KINDS.length);
  });

  it('finds its keys without hyphens, which message keys do not allow', () => {
    expect(problemMessageKey('rate-limited')).toBe('problem.rateLimited');
    expect(problemMessageKey('not-an-article-page')).toBe('problem.notAnArticlePage');
  });
});

describe('messagesIn', () => {
  it('names messages by their path and keeps plural forms together', () => {
    const messages = messagesIn({ list: { count: { 1: '$1 article', n: '$1 articles' }, empty: 'Nothing' } });
    expect([...messages.keys()]).toEqual(['list.count', 'list.empty']);
    expect(messages.get('list.count')?.forms).toEqual({ 1: '$1 article', n: '$1 articles' });
  });
});

describe('differenceIn', () => {
  const counted = { forms: { 1: '$1 article', n: '$1 articles of $2' } };

  it('finds a substitution that got lost or was added', () => {
    expect(differenceIn(counted, { forms: { 1: '$1 Artikel', n: '$1 Artikel' } })).toContain('fills in $1, not $1 $2');
    expect(differenceIn({ forms: { message: 'a' } }, { forms: { message: '$1' } })).toContain('fills in $1');
  });

  it('finds a plural form that got lost', () => {
    expect(differenceIn(counted, { forms: { message: '$1 von $2 Artikeln' } })).toContain('has the forms message');
  });

  it('allows another order', () => {
    expect(differenceIn(counted, { forms: { 1: 'ein Artikel', n: 'von $2 Artikeln $1' } })).toBeNull();
  });
});

describe('keysAskedBy', () => {
  it('finds whole keys and the beginnings of others', () => {
    const text = ['t("a.b");', 'i18n.t("c");', 'translate(`library.facet.$', '{facet}`);', 'other("d.e");'].join('');
    expect(keysAskedBy(parseSource('a.ts', text))).toEqual({ keys: ['a.b', 'c'], beginnings: ['library.facet.'] });
  });
});
