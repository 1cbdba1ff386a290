import { type ArticleRecord, NO_OWN_DATA } from '../../core/library/records.ts';

const TOPICS = ['ai-policy', 'machine-learning', 'ai-safety', 'robotics', 'open-source', 'chips', 'health', 'law'];
const PEOPLE = ['Ada Lovelace', 'Grace Hopper', 'Alan Turing', 'Sam Altman', 'OpenAI', 'DeepMind', 'European Union'];
const HOSTS = ['dev.to', 'www.nature.com', 'arxiv.org', 'theguardian.com'];
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 0, 1);

/** The record of the `number`th article ever saved; `changes` say what matters to a test. */
export function sampleRecord(number: number, changes: Partial<ArticleRecord> = {}): ArticleRecord {
  const published = new Date(FIRST_DAY + (number % 180) * DAY).toISOString();
  return {
    slug: `article-${number}`,
    headline: `Headline number ${number}`,
    description: `What article ${number} says in a sentence that tells a reader whether to go on.`,
    datePublished: published,
    dateModified: published,
    inLanguage: number % 5 === 0 ? 'de' : 'en',
    canonicalSource: `https://${pick(HOSTS, number)}/story/${number}`,
    topics: [...new Set([pick(TOPICS, number), pick(TOPICS, number * 3 + 1)])],
    entities: [...new Set([pick(PEOPLE, number), pick(PEOPLE, number * 5 + 2)])].map((name) => ({ name, type: null })),
    order: number,
    savedAt: FIRST_DAY + number * 1000,
    checkedAt: FIRST_DAY + number * 1000,
    contentHash: number.toString(16).padStart(64, '0'),
    wordCount: 300 + ((number * 97) % 2000),
    goneAt: null,
    provenance: {},
    completeness: 'structure',
    own: NO_OWN_DATA,
    ...changes,
  };
}

/** The first `count` articles ever saved. */
export function sampleRecords(count: number): readonly ArticleRecord[] {
  return Array.from({ length: count }, (_, position) => sampleRecord(position + 1));
}

function pick(values: readonly string[], number: number): string {
  return values[number % values.length] ?? '';
}
