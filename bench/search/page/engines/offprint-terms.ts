import { allOf, type Expression, type Query } from '../../../../core/query/query.ts';
import type { ArticleFields } from '../../../../core/search/analysis/article-fields.ts';
import type { CorpusArticle } from '../../corpus/corpus.ts';
import type { BenchQuery } from '../../queries/bench-query.ts';

/** A query of the benchmark in the product's own terms. */
export function queryOf({ words, reading, topic, entity }: BenchQuery): Query {
  const texts: readonly Expression[] =
    reading === 'phrase'
      ? [{ kind: 'phrase', text: words.join(' ') }]
      : words.map((text, index) => ({
          kind: 'word',
          text,
          prefix: reading === 'prefix' && index === words.length - 1,
        }));
  const filters: readonly Expression[] = [
    ...(topic === null ? [] : [{ kind: 'field', field: 'topic', value: topic } as const]),
    ...(entity === null ? [] : [{ kind: 'field', field: 'entity', value: entity } as const]),
  ];
  return allOf([...texts, ...filters]);
}

/** What of an article the product's index takes in. */
export function fieldsOf({ title, summary, body_md, topics, entities }: CorpusArticle): ArticleFields {
  return { headline: title, description: summary, articleBody: body_md, topics, entities, tags: [], notes: [] };
}
