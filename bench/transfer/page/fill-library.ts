import { contentKey } from '../../../core/article/content-key.ts';
import type { OriginalRecord } from '../../../core/library/records.ts';
import { sha256 } from '../../../services/content-hash.ts';
import type { Store } from '../../../storage/store.ts';
import type { Numbered } from '../../search/page/engine.ts';
import { recordsOf } from '../../search/page/engines/offprint-records.ts';
import { fetchBatches } from '../../search/page/fetch-batches.ts';

/** Puts the articles of the corpus into the library as saves would: every one with its JSON-LD, every other with its Markdown too. */
export async function fillLibrary(store: Store, articles: number, corpusAddress: string): Promise<void> {
  for await (const batch of fetchBatches(corpusAddress, 0, articles)) {
    const kept = await Promise.all(batch.map(keptOf));
    await store.read(async (database) => {
      const transaction = database.transaction(['articles', 'bodies', 'originals'], 'readwrite');
      for (const { record, body, originals } of kept) {
        void transaction.objectStore('articles').put(record);
        void transaction.objectStore('bodies').put(body);
        for (const original of originals) void transaction.objectStore('originals').put(original);
      }
      await transaction.done;
    });
  }
}

async function keptOf(numbered: Numbered) {
  const { record, body } = recordsOf(numbered);
  const contentHash = await sha256(contentKey({ ...record, ...body }));
  return { record: { ...record, contentHash }, body, originals: originalsOf(numbered) };
}

function originalsOf({ ordinal, article }: Numbered): readonly OriginalRecord[] {
  const { slug, title, summary, body_md: articleBody } = article;
  const told = { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: title, description: summary };
  const jsonld = JSON.stringify({ ...told, articleBody, about: article.topics, mentions: article.entities });
  const one = (source: OriginalRecord['source'], contentType: string, text: string): OriginalRecord => ({
    slug,
    source,
    bytes: new TextEncoder().encode(text),
    contentType,
    etag: `"${ordinal}"`,
    fetchedAt: 1_767_225_600_000 + ordinal,
  });
  const first = one('jsonld', 'application/ld+json', jsonld);
  return ordinal % 2 === 0 ? [first] : [first, one('md', 'text/markdown', `# ${title}\n\n${articleBody}`)];
}
