import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it, vi } from 'vitest';
import { htmlToMarkdown, looksLikeHtml } from '../../../core/article/html-body.ts';
import { cpuTimeOf } from './cpu-time.ts';

// Megabytes of markup take longer than a unit test usually may.
vi.setConfig({ testTimeout: 60_000 });

describe('looksLikeHtml', () => {
  it.each([
    '<p>Text',
    ' \n<DIV class="x">Text</DIV>',
    'Text<br>more<br/>and more',
    'Text</p>',
    '&lt;p&gt;Text&lt;/p&gt;',
    '<strong>Bold</strong> beginning',
    '<!-- note --><p>Text</p>',
  ])('takes %j for HTML', (text) => {
    expect(looksLikeHtml(text)).toBe(true);
  });

  it.each([
    'Text',
    'a < b and b > c',
    '<https://example.org> is the place',
    '<person> asked',
    'Close it with `</p>`.',
    '## Tags\n\nEnd with </p>',
    '```html\n<p>x</p>\n```',
    '[see](https://example.org) </div>',
    '',
  ])('takes %j for Markdown', (text) => {
    expect(looksLikeHtml(text)).toBe(false);
  });
});

describe('htmlToMarkdown', () => {
  it.each<[string, string, string]>([
    ['headings', '<h1>One</h1><h3 class="x">Three <em>times</em></h3>Text', '# One\n\n### Three *times*\n\nText'],
    ['paragraphs with end tags left out', '<p>One<p>Two', 'One\n\nTwo'],
    ['white space', '<p>\n  One\n  <b> two </b>three&nbsp;four\n</p>', 'One **two** three four'],
    ['line breaks', '<p>One<br>two<br/><br>three</p>', 'One\\\ntwo\\\nthree'],
    ['emphasis', '<i>a</i> <strong>b</strong> <del>c</del> <b></b><b> </b>d', '*a* **b** ~~c~~ d'],
    ['emphasis over a line break', '<b>a<br>b</b>', '**a**\\\n**b**'],
    ['emphasis left open', '<p><b>a</p><p>b</p>', '**a**\n\nb'],
    ['crossed tags', '<b>a <i>b</b> c</i>', '**a *b*** c'],
    [
      'links',
      '<a href="https://example.org/a_(b)?x=1&amp;y=2">the <b>post</b></a>',
      '[the **post**](https://example.org/a_%28b%29?x=1&y=2)',
    ],
    ['the first of two attributes', '<a href="/a" href="/b">x</a>', '[x](/a)'],
    ['relative links', '<a href="/news/x">x</a>', '[x](/news/x)'],
    [
      'images',
      '<img src="https://example.org/a.png" alt="A [map]"> <img alt="words">',
      '![A \\[map\\]](https://example.org/a.png) words',
    ],
    ['bullets', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><p>d</p>', '- a\n- b\n  - c\n\nd'],
    ['numbers', '<ol start="9"><li>a<li>b</ol>', '9. a\n10. b'],
    ['paragraphs in items', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n- c'],
    ['quotes', '<blockquote><p>a</p><ul><li>b</li></ul><p>c</p></blockquote>d', '> a\n>\n> - b\n>\n> c\n\nd'],
    ['code', '<p>Use <code>a &lt; `b`</code></p>', 'Use `` a < `b` ``'],
    ['code without marks inside', '<code>a_b *c* <b>d</b></code>', '`a_b *c* d`'],
    [
      'code blocks',
      '<pre><code class="hljs language-c++">if (a &lt; b)\n  <span>c</span>();\n</code></pre>',
      '```c++\nif (a < b)\n  c();\n```',
    ],
    ['code blocks with fences in them', '<pre>```\nx\n```</pre>', '````\n```\nx\n```\n````'],
    ['code blocks in items', '<ul><li>a<pre>x\n y</pre></li></ul>', '- a\n\n  ```\n  x\n   y\n  ```'],
    [
      'tables',
      '<table><caption>Scores</caption><thead><tr><th>Model</th><th>a|b</th></tr></thead><tbody><tr><td><p>X</p><p>1</p></td></tr></tbody></table>',
      'Scores\n\n| Model | a\\|b |\n| --- | --- |\n| X 1 |  |',
    ],
    [
      'tables with end tags left out',
      '<table><tr><td>a<td>b<tr><td>c</table>d',
      '| a | b |\n| --- | --- |\n| c |  |\n\nd',
    ],
    ['rules', 'a<hr>b', 'a\n\n---\n\nb'],
    [
      'what is not text',
      '<style>p{}</style><p>a</p><script>alert("</p>")</script><svg><title>t</title><path/></svg><iframe src="x">y</iframe><!-- c -->b',
      'a\n\nb',
    ],
    ['unknown elements', '<figure><x-y>a</x-y><figcaption>b</figcaption></figure>', 'a\n\nb'],
    ['character references', '<p>&lt;p&gt; &amp;amp; &eacute;&#128512; &#0;&#xD800;</p>', '\\<p> \\&amp; é😀'],
  ])('keeps %s', (_, html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVa\tScript:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc',
    '',
  ])('makes no link to %j', (href) => {
    expect(htmlToMarkdown(`<a href="${href}">text</a>`)).toBe('text');
  });

  it('writes text so that Markdown reads the same text', () => {
    const markdown = new MarkdownIt({ html: false });
    const pieces = fc.constantFrom(
      '#',
      ' ',
      '-',
      '1',
      '.',
      ')',
      '>',
      '*',
      '_',
      '`',
      '[',
      ']',
      '(',
      '!',
      '\\',
      '&',
      'amp;',
      '=',
      '~',
      '+',
      'a',
      'b',
      '<',
      ':',
    );
    const lines = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(lines, (text) => {
        const html = `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
        const words = text.replace(/\s+/g, ' ').trim();
        const tokens = markdown.parse(htmlToMarkdown(html), {});
        const read = tokens
          .flatMap(({ children }) => children ?? [])
          .map(({ content }) => content)
          .join('');
        expect(read).toBe(words);
        expect(tokens.map(({ type }) => type)).toEqual(
          words === '' ? [] : ['paragraph_open', 'inline', 'paragraph_close'],
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it.each<[string, string]>([
    ['open tags', '<b><i><ul><li><blockquote>'.repeat(40_000)],
    ['end tags', '</ul></b></p>'.repeat(80_000)],
    ['tags badly nested', '<b></i><ul></blockquote>a'.repeat(40_000)],
    ['attributes', `<p ${'a="&amp;" '.repeat(100_000)}>`],
    ['tables in tables', '<table><tr><td>a'.repeat(60_000)],
    ['white space in code', `<pre>${' '.repeat(1_000_000)}x</pre>`],
    ['backticks', `<code>${'`'.repeat(1_000_000)}</code>`],
    ['a tag never closed', '<p '.repeat(300_000)],
    ['references', '&amp'.repeat(250_000)],
  ])('is done with a megabyte of %s in time', (_, html) => {
    expect(cpuTimeOf(() => htmlToMarkdown(html))).toBeLessThan(10_000);
  });
});
