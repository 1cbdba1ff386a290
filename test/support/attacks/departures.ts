import type { DemoSite } from '../../site/demo-site.ts';

type Log = Pick<DemoSite, 'requests' | 'handshakes'>;

/** Hosts a browser's maker runs are no attacker's: every host in these tests is the site or under `.example`. */
const named = (names: readonly string[]) =>
  [...new Set(names)].filter((name) => name === 'wpnews.pro' || name.endsWith('.example')).sort();

/** Every host that was asked for something since the log was cleared, once each. */
export function hostsAsked({ requests }: Log): string[] {
  return named(requests.map(({ host }) => host));
}

/** Every host that was reached at all: asked for something, or only connected to. */
export function hostsReached({ requests, handshakes }: Log): string[] {
  return named([...requests.map(({ host }) => host), ...handshakes]);
}

/** Every path of the site that was asked for since the log was cleared, once each. */
export function pathsAsked({ requests }: Log): string[] {
  return [...new Set(requests.filter(({ host }) => host === 'wpnews.pro').map(({ path }) => path))].sort();
}
