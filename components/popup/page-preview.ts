import type { ArticleDraft, Entity } from '../../core/article/article.ts';
import { readDate } from '../../core/article/dates.ts';
import type { PopupService } from '../../services/popup.ts';

/** What the page itself says before anything is fetched: shown, never stored. */
export interface PagePreview {
  readonly headline: string;
  readonly inLanguage: string | null;
  readonly dateModified: string | null;
  readonly topics: readonly string[];
  readonly entities: readonly Entity[];
}

/** Asks the page to describe itself and reads its inline JSON-LD; null where no content script answers. */
export async function previewPage(service: PopupService, slug: string): Promise<PagePreview | null> {
  const page = await service.describePage();
  if (page === null) return null;
  const draft = await draftOf(page.structured, slug);
  return {
    headline: draft.headline ?? page.headline,
    inLanguage: draft.inLanguage ?? null,
    dateModified: readDate(page.dateModified),
    topics: draft.topics ?? [],
    entities: draft.entities ?? [],
  };
}

/** The first block about this article. The parser is loaded only now: the popup is usable before it. */
async function draftOf(blocks: readonly string[], slug: string): Promise<ArticleDraft> {
  const { parseJsonText } = await import('../../core/article/parse-structured.ts');
  for (const block of blocks) {
    const parsed = parseJsonText(block, slug);
    if (parsed.ok) return parsed.value;
  }
  return {};
}
