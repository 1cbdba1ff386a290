import { printRoute } from '../../core/library/route.ts';
import { printQuery } from '../../core/query/print-query.ts';
import type { ValueField } from '../../core/query/query.ts';

function narrowedHash(field: ValueField, value: string): string {
  return printRoute({ page: 'list', queryText: printQuery({ kind: 'field', field, value }) });
}

/** The hash of the list of everything about the topic `slug`. */
export function topicHash(slug: string): string {
  return narrowedHash('topic', slug);
}

/** The hash of the list of everything that names the entity `name`. */
export function entityHash(name: string): string {
  return narrowedHash('entity', name);
}
