import type { SiteArticle } from './article.ts';

/** The Markdown alternate, in the site's own form: title, source, date, body; no summary, topics or entities. */
export function renderMarkdown({ title, canonical_source, published_at, body_md }: SiteArticle): string {
  const facts = [
    canonical_source === undefined ? null : `> Source: <${canonical_source}>`,
    published_at === undefined ? null : `> Published: ${published_at}`,
  ].filter((line) => line !== null);
  return [`# ${title}`, facts.join('\n'), body_md].filter((part) => part !== '').join('\n\n');
}

/** The text alternate: title, summary and body, lossy as the real one (parentheses, underscores and markup are gone). */
export function renderText({ title, summary, body_md }: SiteArticle): string {
  const body = body_md.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`#_()<>|]/g, '');
  return [title, summary, body].join('\n\n');
}
