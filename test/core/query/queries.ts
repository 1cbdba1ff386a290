import fc from 'fast-check';
import {
  ATTACHMENTS,
  DATE_FIELDS,
  type Expression,
  FIELD_NAMES,
  type Query,
  STATES,
  type Term,
  VALUE_FIELDS,
} from '../../../core/query/query.ts';

/** Text that a careless printer or tokenizer gets wrong. */
const oddText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      '"',
      '\\',
      '(',
      ')',
      ':',
      '*',
      '-',
      ' ',
      '\u00a0',
      '\n',
      'OR',
      'a',
      'é',
      '🎉',
      'שלום',
      '\u200f',
      '東京',
      '\ud800',
    ),
  }),
  fc.constantFrom(
    'OR',
    'or',
    'and',
    '-',
    '--',
    '-a',
    '*',
    '**',
    '\\',
    '\\*',
    '12:30',
    'https://a.example/b',
    'a:',
    ':',
    'topic:ai',
    'TOPIC:',
  ),
  fc
    .tuple(fc.constantFrom(...FIELD_NAMES, 'foo', 'OR', '-topic'), fc.constantFrom(':', '://', '::'), fc.string())
    .map((parts) => parts.join('')),
);

const someDate = fc.oneof(
  fc.integer({ min: 1000, max: 9999 }).map(String),
  fc.constantFrom('2026-06', '2026-12', '2024-02-29', '2026-06-28'),
);
const dateField = fc.constantFrom(...DATE_FIELDS);

export const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ kind: fc.constant('word' as const), text: oddText.filter((text) => text !== ''), prefix: fc.boolean() }),
  fc.record({ kind: fc.constant('phrase' as const), text: oddText }),
  fc.record({ kind: fc.constant('field' as const), field: fc.constantFrom(...VALUE_FIELDS), value: oddText }),
  fc.record({ kind: fc.constant('is' as const), state: fc.constantFrom(...STATES) }),
  fc.record({ kind: fc.constant('has' as const), what: fc.constantFrom(...ATTACHMENTS) }),
  fc.record({ kind: fc.constant('date' as const), field: dateField, from: fc.option(someDate), to: someDate }),
  fc.record({ kind: fc.constant('date' as const), field: dateField, from: someDate, to: fc.constant(null) }),
  fc.record({
    kind: fc.constant('age' as const),
    field: dateField,
    relation: fc.constantFrom('under' as const, 'over' as const),
    count: fc.nat(9999),
    unit: fc.constantFrom('d' as const, 'w' as const, 'm' as const, 'y' as const),
  }),
);

/** Any expression over `leaves`, in normal form or not, a few levels deep. */
export function expressions(leaves: fc.Arbitrary<Term>): fc.Arbitrary<Expression> {
  return fc.letrec<{ expression: Expression }>((tie) => {
    const of = fc
      .tuple(tie('expression'), tie('expression'), fc.array(tie('expression'), { maxLength: 2 }))
      .map(([first, second, others]) => [first, second, ...others] as const);
    return {
      expression: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        leaves,
        fc.record({ kind: fc.constant('not' as const), of: tie('expression') }),
        fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), of }),
      ),
    };
  }).expression;
}

export function queries(leaves: fc.Arbitrary<Term>): fc.Arbitrary<Query> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant({ kind: 'all' } as const) },
    { weight: 50, arbitrary: expressions(leaves) },
  );
}
