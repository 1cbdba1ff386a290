import fc from 'fast-check';
import type { ArticleRecord } from '../../../core/library/records.ts';
import { ATTACHMENTS, DATE_FIELDS, STATES, type Term } from '../../../core/query/query.ts';
import { articleRecord } from './records.ts';

/** Small vocabularies, so that queries find something and changes hit the same articles again and again. */
export const NOW = Date.UTC(2026, 4, 31, 12);
const WORDS = [
  'open',
  'openai',
  'OPEN',
  'Öpen',
  'ai',
  'policy',
  'gpt-4',
  '4',
  '東京',
  '東京タワー',
  'タワー',
  'ข่าว',
  '—',
  'e',
];
const TOPICS = ['ai', 'ai-policy', 'open', 'law'];
const NAMES = ['OpenAI', 'openai', 'Öpen  AI', 'Sam Altman', 'sam altman', '東京', 'ai'];
const LANGUAGES = ['en', 'en-US', 'de', 'ja'];
const HOSTS = ['theverge.com', 'www.theverge.com', 'dev.to', 'a.dev.to'];

/** Few, so that changes hit the same articles again and again; one is too large for 32 bits. */
export const orders = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 4_294_967_296);
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((parts) => parts.join(' '));
const phrases = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 2 }).map((parts) => parts.join(' '));
const days = fc.constantFrom(
  '2024-02-29',
  '2025-12-31',
  '2026-01-01',
  '2026-02-28',
  '2026-04-30',
  '2026-05-01',
  '2026-05-24',
  '2026-05-31',
  '2026-06-01',
);
const siteDates = fc.option(
  fc
    .tuple(days, fc.constantFrom('', 'T00:00:00.000Z', 'T12:00:00.000Z', 'T23:59:59.999Z'))
    .map((parts) => parts.join('')),
);
const times = fc.tuple(days, fc.integer({ min: 0, max: 86_399_999 })).map(([day, time]) => Date.parse(day) + time);
const marks = fc.option(fc.constant(1));

/** Any of a few articles; `order` names it, so that the slug follows from it. */
export const records: fc.Arbitrary<ArticleRecord> = fc
  .record({
    headline: text,
    description: fc.option(text),
    datePublished: siteDates,
    dateModified: siteDates,
    inLanguage: fc.option(fc.constantFrom(...LANGUAGES)),
    canonicalSource: fc.option(fc.constantFrom(...HOSTS).map((host) => `https://${host}/x`)),
    topics: fc.uniqueArray(fc.constantFrom(...TOPICS)),
    entities: fc.array(
      fc.constantFrom(...NAMES).map((name) => ({ name, type: null })),
      { maxLength: 4 },
    ),
    order: orders,
    savedAt: times,
    own: fc.record(
      {
        tags: fc.array(fc.constantFrom('later', 'Later', '🎉', ''), { maxLength: 2 }),
        readAt: marks,
        starredAt: marks,
        archivedAt: marks,
        note: fc.constant('Mine'),
      },
      { requiredKeys: ['tags', 'readAt', 'starredAt', 'archivedAt'] },
    ),
  })
  .map((fields) => articleRecord({ slug: `article-${fields.order}`, ...fields }));

const written = days.chain((day) => fc.constantFrom(day, day.slice(0, 7), day.slice(0, 4)));
const dateField = fc.constantFrom(...DATE_FIELDS);
/** A condition of any kind, over the vocabularies of `records`. */
export const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.record({
    kind: fc.constant('word' as const),
    text: fc.constantFrom(...WORDS, 'ope', '東', '東京タ', '!'),
    prefix: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('phrase' as const), text: phrases }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('topic' as const),
    value: fc.constantFrom(...TOPICS, 'AI'),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('entity' as const),
    value: fc.constantFrom(...NAMES, 'nobody'),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('source' as const),
    value: fc.constantFrom(...HOSTS),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('lang' as const),
    value: fc.constantFrom(...LANGUAGES, 'EN', 'US'),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constant('tag' as const),
    value: fc.constantFrom('later', '🎉', ''),
  }),
  fc.record({ kind: fc.constant('is' as const), state: fc.constantFrom(...STATES) }),
  fc.record({ kind: fc.constant('has' as const), what: fc.constantFrom(...ATTACHMENTS) }),
  fc.record({ kind: fc.constant('date' as const), field: dateField, from: fc.option(written), to: written }),
  fc.record({ kind: fc.constant('date' as const), field: dateField, from: written, to: fc.constant(null) }),
  fc.record({
    kind: fc.constant('age' as const),
    field: dateField,
    relation: fc.constantFrom('under' as const, 'over' as const),
    count: fc.oneof(fc.nat(40), fc.nat(9999)),
    unit: fc.constantFrom('d' as const, 'w' as const, 'm' as const, 'y' as const),
  }),
);
