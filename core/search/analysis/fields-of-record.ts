import type { ArticleRecord, BodyRecord } from '../../library/records.ts';
import type { ArticleFields } from './article-fields.ts';

type NamedFields = Pick<ArticleRecord, 'headline' | 'description' | 'topics' | 'entities' | 'own'>;

/** What of a saved article can be found by its words; `body` undefined where it is lost. */
export function fieldsOf(record: NamedFields, body: Pick<BodyRecord, 'articleBody'> | undefined): ArticleFields {
  const { headline, description, topics, entities, own } = record;
  return {
    headline,
    description,
    articleBody: body?.articleBody ?? null,
    topics,
    entities: entities.map(({ name }) => name),
    tags: own.tags,
    notes: own.note === undefined ? [] : [own.note],
  };
}
