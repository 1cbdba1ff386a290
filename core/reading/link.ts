import { hasControls } from './hidden-characters.ts';

/**
 * The one place that decides whether an address from an article may become a link. Only `http` and `https` pass: a
 * link opens a page, and nothing else (no `mailto`, which starts a program; no scheme that runs or reads anything).
 */

declare const passed: unique symbol;

/** An absolute http(s) address in the URL standard's normal form; only `webAddress` makes one. */
export type WebAddress = string & { readonly [passed]: true };

/** Longest address made into a link, in characters. */
export const LONGEST_ADDRESS = 4000;

/**
 * `address` as an article gives it, resolved against `base`, or null when it may not be a link: another scheme, control
 * characters, a user name or password (`https://bank.example@evil.example`), too long, or relative without a base.
 */
export function webAddress(address: string, base: string | null): WebAddress | null {
  if (address.length > LONGEST_ADDRESS || hasControls(address)) return null;
  if (!URL.canParse(address, base ?? undefined)) return null;
  const url = new URL(address, base ?? undefined);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '' || url.href.length > LONGEST_ADDRESS) return null;
  return url.href as WebAddress;
}

/**
 * The host a link really goes to, when a reader could think it another: its text names an address elsewhere, or the
 * host is spelt in letters that may look like others (punycode). Null when there is nothing to tell.
 */
export function tellingHost(address: WebAddress, text: string): string | null {
  const host = new URL(address).hostname;
  const words = text.slice(0, LONGEST_TEXT).split(/\s+/u);
  const claimed = words.flatMap((word) => claimedHost(word.slice(0, LONGEST_WORD)));
  const isHonest = claimed.every((claim) => bare(claim) === bare(host));
  return isHonest && !/(?:^|\.)xn--/.test(host) ? null : host;
}

/** Endings of file and library names ("Node.js") that are no top-level domains. */
const FILE_ENDINGS: ReadonlySet<string> = new Set([
  'js',
  'ts',
  'jsx',
  'tsx',
  'json',
  'txt',
  'pdf',
  'html',
  'css',
  'exe',
]);

/** How much of a link's text is looked at, and of one word: more than the longest host (253), little enough to be quick. */
const LONGEST_TEXT = 2000;
const LONGEST_WORD = 300;

const ADDRESS_IN_WORD =
  /(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}([^/\\?#]+)|((?:[\p{L}\p{N}-]+[.。])+\p{L}{2,})(?=[^\p{L}\p{N}]|$)/iu;

/** The host a word of a link's text names, if any: none or one. */
function claimedHost(word: string): readonly string[] {
  const found = ADDRESS_IN_WORD.exec(word);
  const host = found?.[1] ?? found?.[2];
  if (host === undefined || (found?.[1] === undefined && FILE_ENDINGS.has(ending(host)))) return [];
  const address = `https://${host.replace(/[\p{P}]+$/u, '')}`;
  return [URL.canParse(address) ? new URL(address).hostname : host];
}

function ending(host: string): string {
  return host.slice(host.lastIndexOf('.') + 1).toLowerCase();
}

function bare(host: string): string {
  return host.replace(/^www\./, '');
}
