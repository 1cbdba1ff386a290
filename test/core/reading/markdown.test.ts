import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST_INLINE } from '../../../core/reading/inlines.ts';
import { DEEPEST_NESTING, LONGEST_MARKDOWN, parseMarkdown } from '../../../core/reading/markdown.ts';
import type { Block, Inline } from '../../../core/reading/tree.ts';
import { measured, nodesOf, textOf } from './walk.ts';

const BASE = 'https://source.example/stories/one';
const blocksOf = (markdown: string): readonly Block[] => parseMarkdown(markdown, BASE).blocks;
const inlinesOf = (markdown: string): readonly Inline[] => {
  const [block] = blocksOf(markdown);
  if (block?.kind !== 'paragraph') throw new Error('no paragraph');
  return block.content;
};
const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (words: string, tight = false): Block => ({ kind: 'paragraph', tight, content: [text(words)] });

describe('blocks', () => {
  it('ranks headings under the headline', () => {
    expect(blocksOf('# a\n\n### b')).toEqual([
      { kind: 'heading', level: 2, content: [text('a')] },
      { kind: 'heading', level: 3, content: [text('b')] },
    ]);
  });

  it('reads lists with their first number, tight and loose', () => {
    expect(blocksOf('3. a\n4. b')).toEqual([
      { kind: 'list', start: 3, items: [[paragraph('a', true)], [paragraph('b', true)]] },
    ]);
    expect(blocksOf('- a\n\n- b\n  - c')).toEqual([
      {
        kind: 'list',
        start: null,
        items: [[paragraph('a')], [paragraph('b'), { kind: 'list', start: null, items: [[paragraph('c', true)]] }]],
      },
    ]);
  });

  it('reads quotes within quotes and rules', () => {
    expect(blocksOf('> a\n> > b\n\n---')).toEqual([
      { kind: 'quote', blocks: [paragraph('a'), { kind: 'quote', blocks: [paragraph('b')] }] },
      { kind: 'rule' },
    ]);
  });

  it.each([
    ['``` python\nx = 1\n```', 'python', 'x = 1'],
    ['```python title="a"\nx = 1\n```', 'python', 'x = 1'],
    ['```\nx\n```', null, 'x'],
    ['```\nnever closed\n\nto the end', null, 'never closed\n\nto the end'],
    ['    indented\n      more', null, 'indented\n  more'],
    ['~~~\na\n~~~', null, 'a'],
    ['```\na\u202eb\n```', null, 'a⟨U+202E⟩b'],
  ])('reads the code of %j', (markdown, language, code) => {
    expect(blocksOf(markdown)).toEqual([{ kind: 'code', language, text: code }]);
  });

  it('keeps the white space of a box-drawing diagram, fenced or not', () => {
    const diagram = '  ┌───┐\n  │ a │──▶ b\n  └───┘';
    const code: Block = { kind: 'code', language: null, text: diagram };
    expect(blocksOf(`\`\`\`\n${diagram}\n\`\`\``)).toEqual([code]);
    expect(blocksOf(`before\n\n${diagram}\r\n\nafter`)).toEqual([paragraph('before'), code, paragraph('after')]);
    expect(blocksOf('one ─ dash')).toEqual([paragraph('one ─ dash')]);
  });

  it('reads tables with their alignments and fills rows that are short', () => {
    expect(blocksOf('|a|b|c|\n|-|:-:|-:|\n|1|2|')).toEqual([
      {
        kind: 'table',
        alignments: ['start', 'center', 'end'],
        head: [[text('a')], [text('b')], [text('c')]],
        rows: [[[text('1')], [text('2')], []]],
      },
    ]);
  });

  it('leaves a torn-out inline code in its own paragraph', () => {
    expect(blocksOf('a set\n\n`A`\n\nwhere no element')).toEqual([
      paragraph('a set'),
      { kind: 'paragraph', tight: false, content: [{ kind: 'inline-code', text: 'A' }] },
      paragraph('where no element'),
    ]);
  });

  it('shows raw HTML as text', () => {
    const html = '<img src=x onerror=alert(1)>\n\n<script>alert(1)</script>';
    expect(blocksOf(html)).toEqual([paragraph('<img src=x onerror=alert(1)>'), paragraph('<script>alert(1)</script>')]);
  });
});

describe('inlines', () => {
  it('reads emphasis, strong, strike, code and breaks', () => {
    expect(inlinesOf('*a* **b** ~~c~~ `d  e`  \nf\ng')).toEqual([
      { kind: 'emphasis', content: [text('a')] },
      text(' '),
      { kind: 'strong', content: [text('b')] },
      text(' '),
      { kind: 'strike', content: [text('c')] },
      text(' '),
      { kind: 'inline-code', text: 'd  e' },
      { kind: 'break' },
      text('f\ng'),
    ]);
  });

  it.each([
    ['[a](two "title")', 'https://source.example/stories/two'],
    ['<https://example.com/b>', 'https://example.com/b'],
    ['https://example.com/b_c_d', 'https://example.com/b_c_d'],
    ['[a][r]\n\n[r]: https://example.com/r', 'https://example.com/r'],
    ['[a](https://example.com/?q=%22%3E&amp;x)', 'https://example.com/?q=%22%3E&x'],
  ])('links %j', (markdown, address) => {
    expect(inlinesOf(markdown)).toMatchObject([{ kind: 'link', address }]);
  });

  it.each([
    ['[a](javascript:alert(1))', 'a'],
    ['[a](jav&#x61;script:alert%281%29)', 'a'],
    ['[a](java&Tab;script:alert(1))', 'a'],
    ['<javascript:alert(1)>', 'javascript:alert(1)'],
    ['[a *b*][r]\n\n[r]: data:text/html,x', 'a b'],
    ['<a@example.com> b@example.com example.com README.md', 'a@example.com b@example.com example.com README.md'],
  ])('leaves %j as text', (markdown, words) => {
    const tree = parseMarkdown(markdown, BASE);
    expect(nodesOf(tree).some(({ node }) => node.kind === 'link')).toBe(false);
    expect(textOf(tree)).toBe(words);
  });

  it('tells the host of a link whose text names another', () => {
    expect(inlinesOf('[https://bank.example](https://evil.example)')).toMatchObject([{ host: 'evil.example' }]);
    expect(inlinesOf('[the *bank.ex\u200bample* site](https://evil.example)')).toMatchObject([
      { host: 'evil.example', content: [text('the '), { content: [text('bank.example')] }, text(' site')] },
    ]);
  });

  it('keeps images as their description and address, and puts no link into a link', () => {
    expect(inlinesOf('![a *b* ![c](d)](pic.png)')).toEqual([
      { kind: 'image', description: 'a b c', address: 'https://source.example/stories/pic.png' },
    ]);
    expect(inlinesOf('![a](data:image/png;base64,AAAA)')).toEqual([{ kind: 'image', description: 'a', address: null }]);
    const [link] = inlinesOf('[![a](pic.png) <https://b.example>](https://c.example)');
    expect(link).toMatchObject({ kind: 'link', address: 'https://c.example/' });
    expect(link?.kind === 'link' && hasLink(link.content)).toBe(false);
  });
});

describe('limits', () => {
  it('says nothing is missing when nothing is', () => {
    expect(parseMarkdown('> - a', BASE).truncated).toBe(false);
    expect(parseMarkdown('', null)).toEqual({ blocks: [], truncated: false });
  });

  it('says so when the text is too long, shows too much of little, or stands too deep', () => {
    expect(parseMarkdown('a '.repeat(LONGEST_MARKDOWN), BASE).truncated).toBe(true);
    expect(
      parseMarkdown(`[a]: https://example.com/${'x'.repeat(3900)}\n\n${'[a] '.repeat(2000)}`, BASE).truncated,
    ).toBe(true);
    expect(parseMarkdown(`${'> '.repeat(DEEPEST_NESTING + 1)}a`, BASE).truncated).toBe(true);
    expect(parseMarkdown(`${'> '.repeat(DEEPEST_NESTING - 1)}a`, BASE).truncated).toBe(false);
  });

  it('drops emphasis nested deeper than a page can be drawn, and keeps its text', () => {
    const nested = `${'**a '.repeat(100)}b${' c**'.repeat(100)}`;
    expect(measured(parseMarkdown(nested, BASE)).depth).toBe(DEEPEST_INLINE + 2);
    expect(textOf(parseMarkdown(nested, BASE)).replaceAll(' ', '')).toBe(`${'a'.repeat(100)}b${'c'.repeat(100)}`);
  });

  it('shows what fitted of a paragraph that was cut', () => {
    const tree = parseMarkdown('*a* b '.repeat(60_000), BASE);
    expect(tree.truncated).toBe(true);
    expect(textOf(tree)).toMatch(/^a b a b/);
  });
});

describe('any Markdown', () => {
  const piece = fc.constantFrom(
    ...[
      '# ',
      '> ',
      '- ',
      '1. ',
      '```',
      '~~~',
      '|',
      '|-|-|',
      '\n',
      '\n\n',
      '    ',
      '*',
      '**',
      '_',
      '~~',
      '`',
      '[',
      ']',
      '(',
      ')',
      '![',
      '<',
      '>',
    ],
    ...[
      '](javascript:x)',
      '](data:text/html,x)',
      '](https://a.example)',
      '](rel)',
      '[r]',
      '[r]: ',
      'javascript:x',
      'https://b.example/',
      '&Tab;',
      '&#58;',
    ],
    ...['word', ' ', '\\', '&', '<script>', '\u202e', '\u200b', '│', '\0', '\t'],
  );
  const markdown = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('never throws, never links anywhere but to the web, never nests a link', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom(BASE, null), (source, base) => {
        for (const { node } of nodesOf(parseMarkdown(source, base))) {
          if (node.kind === 'link' || (node.kind === 'image' && node.address !== null))
            expect(node.address).toMatch(/^https?:\/\/[^@]+$/);
          if (node.kind === 'link') expect(hasLink(node.content)).toBe(false);
        }
      }),
      { numRuns: 800 },
    );
  });

  it('keeps every word that stands in no address', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const wrapped = fc
      .tuple(fc.constantFrom('', '*', '**', '~~', '`'), word)
      .map(([mark, inner]) => `${mark}${inner}${mark}`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('\n\n', '\n\n# ', '\n\n- ', '\n\n> ', ' '), wrapped), { minLength: 1 }),
        (pieces) => {
          const words = textOf(parseMarkdown(pieces.flat().join(''), BASE), ' ')
            .split(/\s+/)
            .filter((part) => part !== '');
          expect(words).toEqual(pieces.map(([, part]) => part.replaceAll(/[*~`]/g, '')));
        },
      ),
    );
  });
});

function hasLink(content: readonly Inline[]): boolean {
  return content.some(
    (node) =>
      node.kind === 'link' ||
      (node.kind === 'image' && node.address !== null) ||
      ('content' in node && hasLink(node.content)),
  );
}
