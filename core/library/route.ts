import { isSlug } from '../article/identity.ts';
import { printQuery } from '../query/print-query.ts';
import type { ValueField } from '../query/query.ts';
import { SORTS, type Sort } from './search.ts';

/**
 * What the library page shows. Its address hash is its whole state: `#/`, `#/?q=<query>&sort=<sort>`,
 * `#/article/<slug>`, `#/settings`, `#/settings/backups`, `#/transfer`, `#/bin`, and the short forms `#/topic/<slug>` and
 * `#/entity/<name>` for a list.
 */
export type Route =
  /** Without `sort`: by relevance where there are words. */
  | { readonly page: 'list'; readonly queryText: string; readonly sort?: ChosenSort }
  | { readonly page: 'article'; readonly slug: string }
  /** With `at`: a part of the settings, which is shown first. */
  | { readonly page: 'settings'; readonly at?: 'backups' }
  | { readonly page: 'transfer' }
  | { readonly page: 'bin' };

/** An order that was chosen instead of relevance. */
export type ChosenSort = Exclude<Sort, 'relevance'>;

const WHOLE_LIST: Route = { page: 'list', queryText: '' };

/** The route of an address hash, with or without `#`; what is no route is the whole list. Never throws. */
export function parseRoute(hash: string): Route {
  const [, path = '', search = ''] = /^#?\/?([^?]*)(?:\?(.*))?$/s.exec(hash) ?? [];
  const [, name = '', rest = ''] = /^([^/]*)\/?(.*)$/s.exec(path) ?? [];
  if (name === '') return { page: 'list', queryText: queryTextOf(search), ...sortOf(search) };
  if (name === 'settings' && rest === 'backups') return { page: name, at: rest };
  if (name === 'settings' || name === 'transfer' || name === 'bin') return rest === '' ? { page: name } : WHOLE_LIST;
  const value = decode(rest);
  if (name === 'article' && isSlug(value)) return { page: 'article', slug: value };
  if ((name === 'topic' || name === 'entity') && value !== '') return listOf(name, value);
  return WHOLE_LIST;
}

/** The address hash of `route`, beginning with `#/`; `parseRoute` reads it back (lone surrogates become U+FFFD). */
export function printRoute(route: Route): string {
  switch (route.page) {
    case 'list':
      return printList(route.queryText, route.sort);
    case 'article':
      return `#/article/${route.slug}`;
    case 'settings':
      return route.at === undefined ? '#/settings' : `#/settings/${route.at}`;
    default:
      return `#/${route.page}`;
  }
}

/** The list of everything whose `field` has `value`. */
export function listOf(field: ValueField, value: string): Route {
  return { page: 'list', queryText: printQuery({ kind: 'field', field, value }) };
}

function printList(queryText: string, sort: ChosenSort | undefined): string {
  const pairs = [
    ...(queryText === '' ? [] : [`q=${encodeURIComponent(queryText.toWellFormed())}`]),
    ...(sort === undefined ? [] : [`sort=${sort}`]),
  ];
  return pairs.length === 0 ? '#/' : `#/?${pairs.join('&')}`;
}

function queryTextOf(search: string): string {
  return decode(parameter(search, 'q'));
}

function sortOf(search: string): { readonly sort?: ChosenSort } {
  const sort = SORTS.find((known) => known === parameter(search, 'sort'));
  return sort === undefined || sort === 'relevance' ? {} : { sort };
}

/** The text after `name=`, as it stands; empty when there is none. */
function parameter(search: string, name: string): string {
  const pair = search.split('&').find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? '';
}

/** `text` without percent escapes, or as it is when they are malformed: a hand-written `100%` is not lost. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
