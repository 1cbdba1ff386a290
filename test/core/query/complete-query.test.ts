import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { completed, completionAt, knownCompletions } from '../../../core/query/complete-query.ts';
import { parseQuery } from '../../../core/query/parse-query.ts';
import { printQuery } from '../../../core/query/print-query.ts';
import { conjuncts, normalise, VALUE_FIELDS } from '../../../core/query/query.ts';
import { queries, terms } from './queries.ts';

// Thousands of cases each: slow machines need more than the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

/** The completion where `|` stands. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  return completionAt(marked.replace('|', ''), caret);
}

/** The text after picking `value` where `|` stands, with the caret marked so. */
function pick(marked: string, value: string): string {
  const completion = at(marked);
  if (completion === null) throw new Error(`nothing to complete in ${marked}`);
  const { text, caret } = completed(marked.replace('|', ''), completion, value);
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
}

describe('what is being typed', () => {
  test.each([
    ['|', { kind: 'name', typed: '', from: 0, to: 0 }],
    ['open |', { kind: 'name', typed: '', from: 5, to: 5 }],
    ['open | weights', { kind: 'name', typed: '', from: 5, to: 5 }],
    ['to|', { kind: 'name', typed: 'to', from: 0, to: 2 }],
    ['-(to|)', { kind: 'name', typed: 'to', from: 2, to: 4 }],
    ['to|p:ai', { kind: 'name', typed: 'to', from: 0, to: 4 }],
    ['to|pic:ai', { kind: 'name', typed: 'to', from: 0, to: 6 }],
    ['"a phrase"to|', { kind: 'name', typed: 'to', from: 10, to: 12 }],
    ['topic:|', { kind: 'value', field: 'topic', typed: '', from: 0, to: 6 }],
    ['open -Topic:a|i x', { kind: 'value', field: 'topic', typed: 'a', from: 6, to: 14 }],
    ['(tag:x OR tag:ne|)', { kind: 'value', field: 'tag', typed: 'ne', from: 10, to: 16 }],
    ['entity:"Sam A|', { kind: 'value', field: 'entity', typed: 'Sam A', from: 0, to: 13 }],
    ['entity:"Sam A|lt" x', { kind: 'value', field: 'entity', typed: 'Sam A', from: 0, to: 16 }],
    ['entity:"Sam A| topic:ai', { kind: 'value', field: 'entity', typed: 'Sam A', from: 0, to: 13 }],
    ['tag:"say \\"hi|', { kind: 'value', field: 'tag', typed: 'say "hi', from: 0, to: 13 }],
    ['tag:a\\ b|', { kind: 'value', field: 'tag', typed: 'a b', from: 0, to: 8 }],
    ['is:r|', { kind: 'state', typed: 'r', from: 0, to: 4 }],
    ['-has:|', { kind: 'attachment', typed: '', from: 1, to: 5 }],
  ])('in %j is %j', (marked, expected) => {
    expect(at(marked)).toEqual(expected);
  });

  test.each([
    '12|',
    'open-w|',
    '"to|',
    '"to|" x',
    'to|-day',
    '|topic:ai',
    'published:2026|',
    'entity:"Sam Altman"|',
    'entity:|"Sam Altman"',
    'https://to|',
  ])('in %j is nothing that could be offered', (marked) => {
    expect(at(marked)).toBeNull();
  });

  test('can be completed from the language where it is no value of the library', () => {
    const known = (marked: string) => knownCompletions(at(marked) ?? { kind: 'name', typed: 'zz', from: 0, to: 0 });
    expect(known('S|')).toEqual(['source', 'saved']);
    expect(known('is:|')).toEqual(['unread', 'read', 'starred', 'archived']);
    expect(known('has:N|')).toEqual(['note']);
    expect(known('topic:|')).toEqual([]);
    expect(known('x|')).toEqual([]);
  });
});

describe('a pick', () => {
  test.each([
    ['open to|', 'topic', 'open topic:|'],
    ['to|pic:ai', 'entity', 'entity:|ai'],
    ['-topic:a|i', 'ai-policy', '-topic:ai-policy |'],
    ['topic:a| open', 'ai', 'topic:ai |open'],
    ['(topic:a|)', 'ai', '(topic:ai|)'],
    ['topic:a|"open weights"', 'ai', 'topic:ai |"open weights"'],
    ['Entity:"sam| x', 'Sam Altman', 'entity:"Sam Altman" |x'],
    ['tag:|', 'say "hi"', 'tag:"say \\"hi\\"" |'],
    ['-is:un|', 'unread', '-is:unread |'],
    ['has:|', 'note', 'has:note |'],
  ])('in %j of %s is %j', (marked, value, expected) => {
    expect(pick(marked, value)).toBe(expected);
  });

  test('keeps a query a query, with the picked value in it and the rest as it was', () => {
    const written = fc.tuple(queries(terms), fc.constantFrom('', '-', '('), fc.constantFrom(...VALUE_FIELDS));
    fc.assert(
      fc.property(written, fc.string(), fc.nat(), fc.string(), (parts, typedOf, cut, value) => {
        const [query, before, field] = parts;
        const whole = printQuery({ kind: 'field', field, value: typedOf });
        const typed = whole.slice(0, Math.min(whole.length, field.length + 1 + cut));
        fc.pre(value !== '' && !(typed === whole && typed.endsWith('"')));
        const rest = printQuery(query);
        const start = `${rest === '' ? '' : `(${rest}) `}${before}`;
        const completion = completionAt(start + typed, start.length + typed.length);
        expect(completion).toMatchObject({ kind: 'value', field });
        if (completion === null) return;
        const { text, caret } = completed(start + typed, completion, value);
        expect(caret).toBe(text.length);
        const parsed = parseQuery(before === '(' ? `${text})` : text);
        const term = { kind: 'field', field, value } as const;
        const expected = before === '-' ? ({ kind: 'not', of: term } as const) : term;
        expect(parsed.ok && conjuncts(parsed.query).at(-1)).toEqual(expected);
        expect(parsed.ok && conjuncts(parsed.query).slice(0, -1)).toEqual(conjuncts(normalise(query)));
      }),
      { numRuns: 3_000 },
    );
  });

  test('anywhere in a query leaves a query', () => {
    fc.assert(
      fc.property(queries(terms), fc.nat(), fc.string({ minLength: 1 }), (query, place, value) => {
        const text = printQuery(query);
        const completion = completionAt(text, place % (text.length + 1));
        fc.pre(completion?.kind === 'value');
        const picked = completed(text, completion, value);
        expect(parseQuery(picked.text)).toMatchObject({ ok: true });
        expect(picked.text.slice(0, picked.caret).trimEnd()).toMatch(/[^\s]$/u);
      }),
      { numRuns: 3_000 },
    );
  });

  test('never fails, whatever is typed', () => {
    const pieces = fc.constantFrom('(', ')', '"', '-', ' ', '\\', ':', 'topic:', 'is:', 'to', 'a', '\ud83c', '東');
    fc.assert(
      fc.property(fc.string({ unit: pieces, maxLength: 20 }), fc.nat(60), (text, place) => {
        const caret = Math.min(place, text.length);
        const completion = completionAt(text, caret);
        if (completion === null) return;
        expect(completion.from).toBeLessThanOrEqual(caret);
        expect(completion.to).toBeGreaterThanOrEqual(caret);
      }),
      { numRuns: 5_000 },
    );
  });
});
