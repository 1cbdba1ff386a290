import { listOf, printRoute } from '../../core/library/route.ts';

/** The hash of the list of everything about the topic `slug`. */
export function topicHash(slug: string): string {
  return printRoute(listOf('topic', slug));
}

/** The hash of the list of everything that names the entity `name`. */
export function entityHash(name: string): string {
  return printRoute(listOf('entity', name));
}

/** The hash of the list of everything with the reader's tag `tag`. */
export function tagHash(tag: string): string {
  return printRoute(listOf('tag', tag));
}
