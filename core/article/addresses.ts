import { type Graph, property, valuesOf, wholeNode } from './graph.ts';
import { articleAddress, isSlug, slugOfAddress } from './identity.ts';
import { flatten, idOf, isNode, type Node } from './json-ld-values.ts';

/** Addresses inside a payload: what it says about itself, and where the original story is. */

const LONGEST_ADDRESS = 4_000;
const SITE_HOST = /(?:^|\.)wpnews\.pro\.?$/;

/** Where a payload names the original story, surest first. The last three are the article's own address, seldom elsewhere. */
const ORIGINAL = ['canonical_source', 'isBasedOn', 'isBasedOnUrl'];
/** May also list literature or profiles: believed only when there is exactly one. */
const ORIGINAL_IF_SINGLE = ['citation', 'sameAs'];
const OWN = ['mainEntityOfPage', 'url'];

/** An absolute http(s) address in normal form, or null; a relative one is resolved against `base`. No user information. */
export function webAddress(text: string, base: string): string | null {
  if (text.length > LONGEST_ADDRESS || /\s/.test(text.trim()) || !URL.canParse(text.trim(), base)) return null;
  const url = new URL(text.trim(), base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.username === '' && url.password === '' ? url.href : null;
}

/** Whether the address is on the site or a host under it. */
export function isOnSite(address: string): boolean {
  return SITE_HOST.test(new URL(address).hostname);
}

/** The articles of the site that the node says it is, by `url`, `mainEntityOfPage`, `@id` or `slug`. */
export function claimedSlugs(graph: Graph, node: Node, slug: string): ReadonlySet<string> {
  const claimed = new Set<string>();
  for (const address of ownAddresses(graph, node, slug)) {
    const claim = slugOfAddress(address.replace(/^http:/, 'https:'));
    if (claim !== null) claimed.add(claim);
  }
  const told = property(graph, node, 'slug');
  if (isSlug(told)) claimed.add(told);
  return claimed;
}

/** The address of the original story, never one of the site's own, or null. */
export function canonicalSourceOf(graph: Graph, node: Node, slug: string): string | null {
  const elsewhere = (addresses: readonly string[]) => addresses.filter((address) => !isOnSite(address));
  for (const name of ORIGINAL) {
    const [first] = elsewhere(addressesOf(graph, node, name, slug));
    if (first !== undefined) return first;
  }
  for (const name of ORIGINAL_IF_SINGLE) {
    const [single, ...more] = elsewhere(addressesOf(graph, node, name, slug));
    if (single !== undefined && more.length === 0) return single;
  }
  return elsewhere(ownAddresses(graph, node, slug))[0] ?? null;
}

/** A relative address is relative to the article's own. */
function addressesOf(graph: Graph, node: Node, name: string, slug: string): readonly string[] {
  return valuesOf(graph, node, name)
    .flatMap((value) => spellings(graph, value))
    .map((text) => webAddress(text, articleAddress(slug)))
    .filter((address) => address !== null);
}

/** What the node says its own address is; `slug` resolves relative addresses. */
export function ownAddresses(graph: Graph, node: Node, slug: string): readonly string[] {
  const id = idOf(node);
  const named = id === null ? null : webAddress(id, articleAddress(slug));
  const told = OWN.flatMap((name) => addressesOf(graph, node, name, slug));
  return named === null ? told : [...told, named];
}

/** A string, `{"@value": …}`, `{"url": …}` or `{"@id": …}`; a reference is followed. */
function spellings(graph: Graph, value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value];
  if (!isNode(value)) return [];
  const node = wholeNode(graph, value);
  const inner = [node['@value'], ...flatten(property(graph, node, 'url')), idOf(node)];
  return inner.map((text) => (isNode(text) ? idOf(text) : text)).filter((text) => typeof text === 'string');
}
