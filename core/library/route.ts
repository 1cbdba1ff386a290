import { isSlug } from '../article/identity.ts';
import { printQuery } from '../query/print-query.ts';
import type { ValueField } from '../query/query.ts';

/**
 * What the library page shows. Its address hash is its whole state: `#/`, `#/?q=<query>`, `#/article/<slug>`,
 * `#/settings`, `#/transfer`, and the short forms `#/topic/<slug>` and `#/entity/<name>` for a list.
 */
export type Route =
  | { readonly page: 'list'; readonly queryText: string }
  | { readonly page: 'article'; readonly slug: string }
  | { readonly page: 'settings' }
  | { readonly page: 'transfer' };

const WHOLE_LIST: Route = { page: 'list', queryText: '' };

/** The route of an address hash, with or without `#`; what is no route is the whole list. Never throws. */
export function parseRoute(hash: string): Route {
  const [, path = '', search = ''] = /^#?\/?([^?]*)(?:\?(.*))?$/s.exec(hash) ?? [];
  const [, name = '', rest = ''] = /^([^/]*)\/?(.*)$/s.exec(path) ?? [];
  if (name === '') return { page: 'list', queryText: queryTextOf(search) };
  if (name === 'settings' || name === 'transfer') return rest === '' ? { page: name } : WHOLE_LIST;
  const value = decode(rest);
  if (name === 'article' && isSlug(value)) return { page: 'article', slug: value };
  if ((name === 'topic' || name === 'entity') && value !== '') return listOf(name, value);
  return WHOLE_LIST;
}

/** The address hash of `route`, beginning with `#/`; `parseRoute` reads it back (lone surrogates become U+FFFD). */
export function printRoute(route: Route): string {
  switch (route.page) {
    case 'list':
      return route.queryText === '' ? '#/' : `#/?q=${encodeURIComponent(route.queryText.toWellFormed())}`;
    case 'article':
      return `#/article/${route.slug}`;
    default:
      return `#/${route.page}`;
  }
}

/** The list of everything whose `field` has `value`. */
export function listOf(field: ValueField, value: string): Route {
  return { page: 'list', queryText: printQuery({ kind: 'field', field, value }) };
}

function queryTextOf(search: string): string {
  const pair = search.split('&').find((part) => part.startsWith('q='));
  return decode(pair?.slice(2) ?? '');
}

/** `text` without percent escapes, or as it is when they are malformed: a hand-written `100%` is not lost. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
