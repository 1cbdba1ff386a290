import { expect, test } from 'vitest';
import { parseQuery } from '../../../../core/query/parse-query.ts';
import type { Query } from '../../../../core/query/query.ts';
import { markedPassage, runningText } from '../../../../core/search/snippet/marked-passage.ts';

function queryOf(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return parsed.query;
}

test.each([
  ['# A title\n\nA **bold** claim, `code` and ~~more~~.', 'A title A bold claim, code and more.'],
  ['See [the paper](https://a.example/x "Its title") and ![a chart](chart.png).', 'See the paper and a chart.'],
  ['- one\n- two\n\n1. three\n> four', 'one two three four'],
  ['| a | b |\n|---|---|\n| 1 | 2 |', 'a b 1 2'],
  ['snake_case and 2*3 stay', 'snake_case and 2*3 stay'],
  ['', ''],
])('%j reads as %j', (markdown, text) => {
  expect(runningText(markdown)).toBe(text);
});

test('a passage says where it was cut, and marks what was found', () => {
  const body = `${'before '.repeat(100)}the quick fox ${'after '.repeat(100)}`;
  const passage = markedPassage(body, queryOf('quick'), 60);
  expect(passage?.filter(({ marked }) => marked)).toEqual([{ text: 'quick', marked: true }]);
  const text = passage?.map((piece) => piece.text).join('') ?? '';
  expect(text).toMatch(/^… .*the quick fox.* …$/);
  expect(text.length).toBeLessThan(90);
});

test('a body without anything of the query has no passage', () => {
  expect(markedPassage('Nothing here.', queryOf('fox'))).toBeNull();
  expect(markedPassage('', queryOf('fox'))).toBeNull();
});
