import type { RedirectTarget } from './fault.ts';

/** A host that is not the site; the harness leads it to the demo site too, where it answers with foreign articles. */
export const OTHER_HOST = 'elsewhere.example';

const ORIGIN = 'https://wpnews.pro';

/** Marks an address that a redirect fault made, so that following it meets no second redirect. */
const FOLLOWED = 'redirected=1';

/** Whether a request came by a redirect of ours. */
export function wasRedirected(path: string): boolean {
  return path.includes(FOLLOWED);
}

function withSlug(path: string, slug: string): string {
  return path.replace(/^\/news\/[^./?]+/, `/news/${slug}`);
}

/** The `Location` that leads from `path` to the target. */
export function locationOf(target: RedirectTarget, path: string, port: number): string {
  const followed = `${path}${path.includes('?') ? '&' : '?'}${FOLLOWED}`;
  if (typeof target === 'object') return `${ORIGIN}${withSlug(path, target.slug)}`;
  switch (target) {
    case 'other-host':
      return `https://${OTHER_HOST}${path}`;
    case 'http':
      return `http://wpnews.pro${path}`;
    case 'loopback':
      return `https://127.0.0.1:${port}${path}`;
    case 'out-and-back':
      return `https://${OTHER_HOST}/back?to=${encodeURIComponent(ORIGIN + followed)}`;
    case 'loop':
      return ORIGIN + path;
    case 'other-spelling':
      return ORIGIN + followed;
    case 'listing':
      return `${ORIGIN}/news`;
  }
}
