import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { printQuery } from '../../../core/query/print-query.ts';
import { ALL, type Expression, normalise, type Query, type Word } from '../../../core/query/query.ts';
import type { ExpectedKind } from '../../../core/query/query-error.ts';
import { queries, terms } from './queries.ts';

// Thousands of cases each: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

function read(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(parsed.error)}`);
  return parsed.query;
}

function word(text: string, prefix = false): Word {
  return { kind: 'word', text, prefix };
}

function field(name: 'topic' | 'entity' | 'tag' | 'source' | 'lang', value: string): Expression {
  return { kind: 'field', field: name, value };
}

describe('words and phrases', () => {
  test.each(['', ' ', '\n\t\u00a0'])('%j asks for everything', (text) => {
    expect(read(text)).toEqual(ALL);
  });

  test('words side by side must all match', () => {
    expect(read('open weights ')).toEqual({ kind: 'and', of: [word('open'), word('weights')] });
  });

  test('the last word is a prefix until something follows it', () => {
    expect(read('open')).toEqual(word('open', true));
    expect(read('open ')).toEqual(word('open'));
    expect(read('(open)')).toEqual(word('open'));
    expect(read('-open')).toEqual({ kind: 'not', of: word('open', true) });
  });

  test('a star makes a prefix anywhere', () => {
    expect(read('mod* ')).toEqual(word('mod', true));
    expect(read('mod\\* ')).toEqual(word('mod*'));
    expect(read('* ')).toEqual(word('*'));
  });

  test('quotes make a phrase, never a prefix', () => {
    expect(read('"open weights"')).toEqual({ kind: 'phrase', text: 'open weights' });
    expect(read('"say \\"hi\\" \\\\ (now)"')).toEqual({ kind: 'phrase', text: 'say "hi" \\ (now)' });
  });

  test('lower-case or and and are plain words', () => {
    expect(read('war or peace and ')).toEqual({
      kind: 'and',
      of: ['war', 'or', 'peace', 'and'].map((each) => word(each)),
    });
  });

  test.each(['https://wpnews.pro/news', '12:30', 'foo:', '東京:x', 'a-b:c', '-'])('%s is a word', (text) => {
    expect(read(`${text} `)).toEqual(word(text));
  });

  test('a backslash takes the next character as it is', () => {
    expect(read('\\OR \\-a foo\\:bar a\\ b \\"c\\" d\\')).toEqual({
      kind: 'and',
      of: [word('OR'), word('-a'), word('foo:bar'), word('a b'), word('"c"'), word('d\\', true)],
    });
  });

  test('a dash between words is only a dash', () => {
    expect(read('a - b ')).toEqual({ kind: 'and', of: [word('a'), word('-'), word('b')] });
  });
});

describe('operators', () => {
  test('OR binds looser than words side by side', () => {
    expect(read('a b OR c ')).toEqual({
      kind: 'or',
      of: [{ kind: 'and', of: [word('a'), word('b')] }, word('c')],
    });
  });

  test('parentheses group, and a group can be negated', () => {
    expect(read('-(topic:ai-policy OR source:dev.to)')).toEqual({
      kind: 'not',
      of: { kind: 'or', of: [field('topic', 'ai-policy'), field('source', 'dev.to')] },
    });
  });

  test('groups of one kind melt together, and two minuses cancel', () => {
    expect(read('(a (b c)) ')).toEqual({ kind: 'and', of: [word('a'), word('b'), word('c')] });
    expect(read('--a ')).toEqual(word('a'));
  });
});

describe('fields', () => {
  test('values are bare or quoted', () => {
    expect(read('topic:ai-policy')).toEqual(field('topic', 'ai-policy'));
    expect(read('entity:"Sam Altman"')).toEqual(field('entity', 'Sam Altman'));
    expect(read('tag:""')).toEqual(field('tag', ''));
    expect(read('-tag:later')).toEqual({ kind: 'not', of: field('tag', 'later') });
  });

  test('names and states may be written in capitals', () => {
    expect(read('Is:Starred')).toEqual({ kind: 'is', state: 'starred' });
    expect(read('HAS:note')).toEqual({ kind: 'has', what: 'note' });
  });

  test.each([
    ['2026', '2026', '2026'],
    ['2026-06', '2026-06', '2026-06'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2025-01..2025-03', '2025-01', '2025-03'],
    ['2026..', '2026', null],
    ['..2026-06-28', null, '2026-06-28'],
  ])('published:%s is a range', (text, from, to) => {
    expect(read(`published:${text}`)).toEqual({ kind: 'date', field: 'published', from, to });
  });

  test('an age stays relative', () => {
    expect(read('saved:<30d')).toEqual({ kind: 'age', field: 'saved', relation: 'under', count: 30, unit: 'd' });
    expect(read('updated:>2y')).toEqual({ kind: 'age', field: 'updated', relation: 'over', count: 2, unit: 'y' });
  });
});

describe('a text that is no query', () => {
  test.each<[string, ExpectedKind, number, string]>([
    ['a "open', 'closing-quote', 2, '"open'],
    ['"open\\"', 'closing-quote', 0, '"open\\"'],
    ['tag:"x', 'closing-quote', 4, '"x'],
    ['(a', 'closing-parenthesis', 2, ''],
    ['a)', 'no-closing-parenthesis', 1, ')'],
    ['()', 'term', 1, ')'],
    ['OR a', 'term', 0, 'OR'],
    ['a OR', 'term', 4, ''],
    ['a OR OR b', 'term', 5, 'OR'],
    ['a -OR', 'term', 3, 'OR'],
    ['a foo:bar', 'known-field', 2, 'foo'],
    ['🎉 foo:bar', 'known-field', 3, 'foo'],
    ['topic:', 'value', 6, ''],
    ['topic: ai', 'value', 6, ''],
    ['is:new', 'state', 3, 'new'],
    ['has:"x y"', 'attachment', 4, '"x y"'],
    ['published:2026-13', 'date', 10, '2026-13'],
    ['published:2026-02-29', 'date', 10, '2026-02-29'],
    ['published:..', 'date', 10, '..'],
    ['published:2024..2025..2026', 'date', 10, '2024..2025..2026'],
    ['saved:7d', 'date', 6, '7d'],
  ])('%j: expected %s at %i', (text, expected, position, found) => {
    expect(parseQuery(text)).toEqual({
      ok: false,
      error: { position, length: found.length, expected: [expected], found },
    });
  });

  test('may not nest without end', () => {
    expect(parseQuery(`${'('.repeat(64)}a${')'.repeat(64)}`).ok).toBe(true);
    for (const open of ['(', '-', '-(']) {
      const parsed = parseQuery(`${open.repeat(100_000)}a`);
      expect(parsed).toMatchObject({ ok: false, error: { expected: ['less-nesting'] } });
    }
  });

  test('never throws, and says a place inside the text', () => {
    const pieces = fc.constantFrom(
      ...[
        '(',
        ')',
        '"',
        '-',
        'OR',
        ' ',
        '\\',
        '*',
        ':',
        'topic:',
        'foo:',
        'is:',
        'read',
        'saved:',
        '>7d',
        '..',
        '2026',
        'a',
        '\ud83c',
        '東',
      ],
    );
    fc.assert(
      fc.property(fc.string({ unit: pieces, maxLength: 30 }), (text) => {
        const parsed = parseQuery(text);
        if (parsed.ok) {
          expect(parsed.query).toEqual(normalise(parsed.query));
          return;
        }
        const { position, length, found } = parsed.error;
        expect(text.slice(position, position + length)).toBe(found);
        expect(position + length).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('the printed text of a query', () => {
  test.each<[string, string]>([
    ['  open   weights', 'open weights*'],
    ['open weights ', 'open weights '],
    ['a OR (b c)', 'a OR (b c)'],
    ['a b OR c ', '(a b) OR c '],
    ['-( a )', '-a '],
    ['entity:"OpenAI" tag:"read later"', 'entity:OpenAI tag:"read later"'],
    ['https://a.example/x ', 'https://a.example/x '],
    ['published:2026-06..2026-06', 'published:2026-06'],
    ['', ''],
  ])('of %j is %j', (text, printed) => {
    expect(printQuery(read(text))).toBe(printed);
  });

  test('is read back as the same query in normal form', () => {
    fc.assert(
      fc.property(queries(terms), (query) => {
        expect(parseQuery(printQuery(query))).toEqual({ ok: true, query: normalise(query) });
      }),
      { numRuns: 20_000 },
    );
  });
});
