/** What the library page shows: its address hash is its whole state. */
export type Route =
  | { readonly page: 'list'; readonly queryText: string }
  | { readonly page: 'article'; readonly slug: string }
  | { readonly page: 'settings' }
  | { readonly page: 'transfer' };

/** The route of an address hash, with or without `#`; what is no route is the whole list. Never throws. */
export function parseRoute(_hash: string): Route {
  throw new Error('not written yet');
}

/** The address hash of `route`, beginning with `#/`; `parseRoute` reads it back. */
export function printRoute(_route: Route): string {
  throw new Error('not written yet');
}
