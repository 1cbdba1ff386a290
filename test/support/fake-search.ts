import { type Catalogue, createCatalogue } from '../../core/catalogue/catalogue.ts';
import { FACET_OF } from '../../core/catalogue/facet-field.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import type { Question } from '../../core/library/search.ts';
import type { Query } from '../../core/query/query.ts';
import { hasText } from '../../core/search/query/query-words.ts';
import { AnyFacets, firstPages } from '../../services/search/facet-pages.ts';
import type { FollowedSearch, IndexProgress } from '../../services/search/library-search.ts';
import { naiveSearch } from '../core/catalogue/naive-library.ts';

export interface FakeSearchSource {
  readonly held: ReadonlyMap<string, ArticleRecord>;
  /** Grows with every change of `held`. */
  version(): number;
  /** What every answer waits for. */
  gate(): Promise<void> | null;
  broken(): boolean;
}

export interface FakeSearch {
  readonly search: FollowedSearch;
  /** Tells the page that the index was written. */
  progress(progress: IndexProgress | null): void;
  /** What was asked so far. */
  readonly questions: readonly Question[];
}

/** A search over records in memory: the real catalogue, and words looked for the plain way. Relevance is the order of saving. */
export function fakeSearch(source: FakeSearchSource): FakeSearch {
  const listeners = new Set<(progress: IndexProgress | null) => void>();
  const questions: Question[] = [];
  const answers = new Map<number, Question>();
  let known = -1;
  let catalogue: Catalogue = createCatalogue();

  function upToDate(): Catalogue {
    if (known === source.version()) return catalogue;
    known = source.version();
    catalogue = createCatalogue();
    for (const record of source.held.values()) catalogue.upsert(record);
    return catalogue;
  }
  function select(query: Query, now: number) {
    const current = upToDate();
    if (!hasText(query)) return current.select(query, now);
    const kept = [...source.held.values()].map((record) => ({ record, attachments: [] }));
    return current.selectOrders(
      Float64Array.from(naiveSearch(kept, query, now, 'saved').map(({ record }) => record.order)),
    );
  }
  function list({ query, now, sort }: Question, from: number, to: number): ArticleRecord[] {
    const byOrder = new Map([...source.held.values()].map((record) => [record.order, record]));
    const orders = select(query, now).orders(sort === 'published' ? sort : 'saved', from, to);
    return orders.flatMap((order) => byOrder.get(order) ?? []);
  }
  const rows = (question: Question, from: number, to: number) =>
    list(question, from, to).map((record) => ({
      record,
      snippet: hasText(question.query) ? [{ text: record.description ?? '', marked: false }] : null,
    }));
  const questionOf = (answer: number): Question => {
    const question = answers.get(answer);
    if (question === undefined) throw new RangeError('closed');
    return question;
  };

  return {
    questions,
    progress(progress) {
      for (const listener of listeners) listener(progress);
    },
    search: {
      async ask(question) {
        questions.push(question);
        const id = questions.length;
        await source.gate();
        if (source.broken()) throw new Error('broken on purpose');
        if (id !== questions.length) return null;
        const { query, now, sort } = question;
        answers.set(id, question);
        const selection = select(query, now);
        const anyFacets = await AnyFacets.of(query, async (other) => select(other, now));
        if (anyFacets === null) return null;
        return {
          id,
          total: selection.total,
          sort: sort === 'relevance' && !hasText(query) ? 'saved' : sort,
          rows: rows(question, question.from, question.to),
          facets: firstPages(query, selection, anyFacets),
          suggestions: [],
          unindexed: 0,
        };
      },
      rows: async (answer, from, to) => rows(questionOf(answer), from, to),
      async values(answer, wanted) {
        const { query, now } = questionOf(answer);
        const anyFacets = await AnyFacets.of(query, async (other) => select(other, now));
        return (anyFacets?.get(wanted.facet) ?? select(query, now)).values(wanted);
      },
      slugs: async (answer) => list(questionOf(answer), 0, source.held.size).map(({ slug }) => slug),
      close: (answer) => void answers.delete(answer),
      complete: async (field, words, limit) => upToDate().complete(FACET_OF[field], words, limit),
      async count(query, now, after) {
        const selection = select(query, now);
        return selection.orders('saved', 0, selection.total).filter((order) => order > after).length;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  };
}
