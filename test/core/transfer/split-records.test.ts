import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordSplitter } from '../../../core/transfer/split-records.ts';

const LONGEST = 10_000;

/** What the splitter makes of `text`, cut into chunks of these sizes, over and over. */
function split(text: string, sizes: readonly number[] = [1_000_000], longest = LONGEST) {
  const bytes = new TextEncoder().encode(text);
  const splitter = createRecordSplitter(longest);
  const records = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    records.push(...splitter.push(bytes.subarray(at, at + size)));
    at += size;
  }
  records.push(...splitter.end());
  return records.map(({ where, bytes: raw }) => ({ where, text: raw === null ? null : new TextDecoder().decode(raw) }));
}

const texts = (text: string) => split(text).map((record) => record.text);
const places = (text: string) => split(text).map((record) => record.where);

const anyObject = fc
  .dictionary(fc.string(), fc.jsonValue({ maxDepth: 3, noUnicodeString: false }))
  .filter((value) => !Array.isArray(value['data']));
const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
const spaces = fc.constantFrom('', ' ', '\n', '\r\n', '\t ');
const indents = fc.constantFrom(0, 2);

describe('records of JSON', () => {
  it('are those that JSON.parse finds in an array, however it is printed and cut into chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyObject, fc.jsonValue())),
        sizes,
        spaces,
        indents,
        (values, cut, space, indent) => {
          const text = space + JSON.stringify(values, null, indent) + space;
          expect(split(text, cut).map((record) => JSON.parse(record.text ?? ''))).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it('are the lines of JSON Lines, with their numbers, byte for byte', () => {
    fc.assert(
      fc.property(fc.array(anyObject), sizes, fc.constantFrom('\n', '\r\n'), (values, cut, end) => {
        const lines = values.map((value) => JSON.stringify(value));
        const records = split(lines.join(end), cut);
        expect(records).toEqual(lines.map((text, index) => ({ where: `line ${index + 1}`, text })));
      }),
    );
  });

  it('are the elements of `data` in an envelope, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(anyObject), anyObject, sizes, indents, (values, meta, cut, indent) => {
        for (const envelope of [
          { data: values, meta },
          { meta, data: values, pagination: [meta] },
        ]) {
          const text = JSON.stringify(envelope, null, indent);
          expect(split(text, cut).map((record) => JSON.parse(record.text ?? ''))).toEqual(JSON.parse(text).data);
        }
      }),
    );
  });

  it('never come out of nothing, and never make it fail', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\n',
      '{"data":[',
      '"a":1',
      'x',
      ' ',
      '\u00e9',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), sizes, (drawn, cut) => {
        const text = drawn.join('');
        const records = split(text, cut);
        expect(records).toEqual(split(text));
        let from = 0;
        for (const record of records) {
          from = text.indexOf(record.text ?? '', from);
          expect(from).toBeGreaterThanOrEqual(0);
          from += record.text?.length ?? 0;
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a file with something broken in it', () => {
  it('loses the broken line alone', () => {
    expect(texts('{"a":1}\n{"b":\n{"c":"\n{"d":[1\nnonsense\n{"e":5}')).toEqual([
      '{"a":1}',
      '{"b":\n',
      '{"c":"\n',
      '{"d":[1\nnonsense\n',
      '{"e":5}',
    ]);
  });

  it('gives what it has when it was cut', () => {
    expect(texts('[{"a":1},{"b":"half')).toEqual(['{"a":1}', '{"b":"half']);
  });

  it('says of a record beyond bounds only where it stood, and goes on', () => {
    const text = `[{"a":1},{"b":"${'x'.repeat(100)}"},{"c":1}]`;
    for (const cut of [[1_000], [7]]) {
      expect(split(text, cut, 50)).toEqual([
        { where: '#1', text: '{"a":1}' },
        { where: '#2', text: null },
        { where: '#3', text: '{"c":1}' },
      ]);
    }
  });
});

it('tells the line of a file of lines and the place in an array', () => {
  expect(places('\uFEFF{"a":1}\n\n{"b":1}')).toEqual(['line 1', 'line 3']);
  expect(places('{"data":[{"a":1},\n{"b":1}]}')).toEqual(['#1', '#2']);
});
