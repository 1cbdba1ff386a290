import type { FieldTerm, Phrase, Query, Word } from '../../../core/query/query.ts';
import type { ArticleFields } from '../../../core/search/analysis/article-fields.ts';
import { isRun, searchWords } from '../../../core/search/analysis/search-words.ts';

/**
 * What the index must answer, said as plainly as possible: every article read from the start for every question. Which
 * articles match is decided by their words alone; only the score speaks of grams.
 */

export interface Indexed {
  readonly key: number;
  readonly fields: ArticleFields;
  /** Replaced or removed, but still counted until a merge. */
  readonly isDeleted: boolean;
}

export interface NaiveHit {
  readonly key: number;
  readonly score: number;
}

type FieldTest = (term: FieldTerm, key: number) => boolean;

interface Text {
  readonly weight: number;
  readonly words: readonly string[];
  readonly grams: readonly string[];
}

interface Read {
  readonly key: number;
  readonly isDeleted: boolean;
  readonly texts: readonly Text[];
  readonly length: number;
}

/** The articles, read once for many questions. */
export class NaiveIndex {
  readonly #all: readonly Read[];
  readonly #isField: FieldTest;
  readonly #averageLength: number;
  readonly #idfs = new Map<string, number>();

  constructor(articles: readonly Indexed[], isField: FieldTest) {
    this.#all = articles.map(({ key, fields, isDeleted }) => {
      const texts = textsOf(fields);
      return { key, isDeleted, texts, length: texts.reduce((sum, { grams }) => sum + grams.length, 0) };
    });
    this.#isField = isField;
    this.#averageLength = Math.max(1, this.#all.reduce((sum, { length }) => sum + length, 0) / this.#all.length);
  }

  /** Every match with its score, the best first, of equal ones the newest first. */
  search(query: Query): readonly NaiveHit[] {
    return this.#all
      .filter((article) => !article.isDeleted && (this.#matches(article, query) ?? true))
      .map((article) => ({ key: article.key, score: this.#parts(article, query).reduce((sum, part) => sum + part, 0) }))
      .sort((one, other) => other.score - one.score || other.key - one.key);
  }

  #matches(article: Read, query: Query): boolean | null {
    switch (query.kind) {
      case 'all':
        return null;
      case 'word':
      case 'phrase':
        return matchesText(article, query);
      case 'not': {
        const inside = this.#matches(article, query.of);
        return inside === null ? null : !inside;
      }
      case 'and':
      case 'or': {
        const asked = query.of.map((part) => this.#matches(article, part)).filter((answer) => answer !== null);
        if (asked.length === 0) return null;
        return query.kind === 'and' ? !asked.includes(false) : asked.includes(true);
      }
      default:
        return this.#isField(query, article.key);
    }
  }

  /** What each word and phrase adds to the score. */
  #parts(article: Read, query: Query): readonly number[] {
    if (query.kind === 'word' || query.kind === 'phrase') return [this.#textScore(article, query)];
    if ((query.kind !== 'and' && query.kind !== 'or') || this.#matches(article, query) !== true) return [];
    return query.of.flatMap((part) => this.#parts(article, part));
  }

  #textScore(article: Read, text: Word | Phrase): number {
    const units = unitsOf(text);
    const [first] = units;
    if (first === undefined || matchesText(article, text) !== true) return 0;
    const isShortPrefix = units.length === 1 && first.prefix && [...first.term].length <= 2;
    if (isShortPrefix) return 0;
    const weight = weightOf(article, units);
    const idf = units.reduce((sum, unit) => sum + this.#idf(unit), 0);
    return (idf * 2.2 * weight) / (weight + 1.2 * (0.25 + (0.75 * article.length) / this.#averageLength));
  }

  #idf(unit: Unit): number {
    const name = `${unit.term} ${unit.prefix}`;
    const known = this.#idfs.get(name) ?? this.#countIdf(unit);
    this.#idfs.set(name, known);
    return known;
  }

  #countIdf(unit: Unit): number {
    const terms = new Map<string, number>();
    for (const { texts } of this.#all) {
      for (const term of new Set(texts.flatMap(({ grams }) => grams.filter((gram) => isUnit(gram, unit))))) {
        terms.set(term, (terms.get(term) ?? 0) + 1);
      }
    }
    const count = this.#all.length;
    const having = Math.min(
      count,
      [...terms.values()].reduce((sum, documents) => sum + documents, 0),
    );
    return Math.max(1e-6, Math.log((count - having + 0.5) / (having + 0.5)));
  }
}

function textsOf(fields: ArticleFields): readonly Text[] {
  const read = (weight: number) => (text: string) => {
    const words = searchWords(text);
    return { weight, words, grams: words.flatMap(pieces) };
  };
  return [
    ...[fields.headline, ...fields.tags].map(read(4)),
    ...[fields.description ?? '', ...fields.topics, ...fields.entities].map(read(2)),
    ...[...fields.notes, fields.articleBody ?? ''].map(read(1)),
  ];
}

function pieces(word: string): readonly string[] {
  if (!isRun(word)) return [word];
  const letters = Array.from(word);
  return letters.map((letter, at) => `${letter}${letters[at + 1] ?? ''}`);
}

/** Reads the same query once, not once an article. */
function once<Value>(read: (text: Word | Phrase) => Value): (text: Word | Phrase) => Value {
  const known = new WeakMap<Word | Phrase, { readonly value: Value }>();
  return (text) => {
    const entry = known.get(text) ?? { value: read(text) };
    known.set(text, entry);
    return entry.value;
  };
}

const unitsOf = once(readUnits);
const wordsOf = once((text) => searchWords(text.text).map((word) => ({ word, run: isRun(word) })));

interface Unit {
  readonly term: string;
  readonly prefix: boolean;
}

function readUnits(text: Word | Phrase): readonly Unit[] {
  const asked = searchWords(text.text);
  const prefix = text.kind === 'word' && text.prefix;
  return asked.flatMap((word, index): readonly Unit[] => {
    const isLast = index === asked.length - 1;
    if (!isRun(word)) return [{ term: word, prefix: prefix && isLast }];
    const all = pieces(word).map((term) => ({ term, prefix: false }));
    if (!isLast) return all;
    return all.length === 1 ? [{ term: word, prefix: true }] : all.slice(0, -1);
  });
}

function isUnit(gram: string | undefined, { term, prefix }: Unit): boolean {
  return gram !== undefined && (prefix ? gram.startsWith(term) : gram === term);
}

/** One unit counts with the weight of its text wherever it stands; several count once for each place. */
function weightOf({ texts }: Read, units: readonly Unit[]): number {
  let sum = 0;
  for (const { grams, weight } of texts) {
    grams.forEach((_, start) => {
      if (units.every((unit, offset) => isUnit(grams[start + offset], unit))) sum += units.length === 1 ? weight : 1;
    });
  }
  return sum;
}

function matchesText({ texts }: Read, text: Word | Phrase): boolean | null {
  const asked = wordsOf(text);
  if (asked.length === 0) return null;
  const prefix = text.kind === 'word' && text.prefix;
  return texts.some(({ words }) =>
    words.some((_, start) =>
      asked.every(({ word, run }, index) => {
        const own = words[start + index];
        if (own === undefined) return false;
        const isLast = index === asked.length - 1;
        const mayGoOn = isLast && (prefix || run);
        if (index === 0 && run) return mayGoOn ? own.includes(word) : own.endsWith(word);
        return mayGoOn ? own.startsWith(word) : own === word;
      }),
    ),
  );
}
