import { expect, test } from 'vitest';
import { plainBody } from '../../../../core/search/analysis/plain-body.ts';
import { searchWords } from '../../../../core/search/analysis/search-words.ts';

test.each<[string, string, string[]]>([
  [
    'a link keeps its text',
    'see [the report](https://example.org/a_(b)/c "Title") now',
    ['see', 'the', 'report', 'title', 'now'],
  ],
  ['an image keeps its description', '![a chart](<https://example.org/x y.png>)', ['a', 'chart']],
  ['a reference definition goes', 'see [it][1]\n\n[1]: https://example.org/path', ['see', 'it', '1']],
  ['an address in angle brackets goes', 'at <https://example.org/path> now', ['at', 'now']],
  ['tags go, and what they hold stays', 'a<br>b <span class="x">c</span>', ['a', 'b', 'c']],
  ['character references go', 'AT&amp;T &#8217; &nbsp;', ['at', 't']],
  ['less-than signs in a text stay', '1 < 2 and 3 > 2', ['1', '2', 'and', '3', '2']],
  ['code stays', '```js\nconst x = fetch(y)\n```', ['js', 'const', 'x', 'fetch', 'y']],
])('%s', (_, markdown, expected) => {
  expect(searchWords(plainBody(markdown))).toEqual(expected);
});

test('takes time in proportion to the length, whatever the text', () => {
  for (const unit of ['](', '[', '](<', '<a', '[a]:', '&a', '](a(', '](((', '<a:', '\n[']) {
    const started = performance.now();
    plainBody(unit.repeat(100_000));
    expect(performance.now() - started, unit).toBeLessThan(2_000);
  }
});
