import { printRoute } from '../../core/library/route.ts';
import { printQuery } from '../../core/query/print-query.ts';

/** The hash of the list of everything about `topic`. */
export function topicHash(topic: string): string {
  return printRoute({ page: 'list', queryText: printQuery({ kind: 'field', field: 'topic', value: topic }) });
}
