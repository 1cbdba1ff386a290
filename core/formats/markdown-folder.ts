import { articleFields, articleMarkdown } from '../archive/article-markdown.ts';
import type { ArticleRecord } from '../library/records.ts';
import { topicLabel } from '../library/topic-label.ts';
import type { FolderFormat } from './export-format.ts';
import { fileNameOf, UniqueNames } from './file-names.ts';
import { NameNotes } from './name-notes.ts';

/**
 * A folder of Markdown files, each named by its headline, that Obsidian opens as a vault: front matter (its properties)
 * with all that is known of an article and the reader's tags and note, then the body exactly as kept. With links, topics and
 * entities in the front matter lead to notes of their own.
 */
export const markdownFormat: FolderFormat = {
  kind: 'folder',
  extension: 'zip',
  mediaType: 'application/zip',
  async *write(holdings, { linkNames }) {
    const names = new UniqueNames();
    const topics = new NameNotes('Topics');
    const entities = new NameNotes('Entities');
    for await (const holding of holdings) {
      const { article } = holding;
      const fields = { ...articleFields(article), tags: vaultTags(article.own.tags) };
      const linked = linkNames ? { ...fields, ...linksOf(article, topics, entities) } : fields;
      const name = `Articles/${names.take(fileNameOf(article.headline))}.md`;
      yield { name, content: articleMarkdown(holding, linked) };
      yield* topics.takeNew();
      yield* entities.takeNew();
    }
  },
};

function linksOf(article: ArticleRecord, topics: NameNotes, entities: NameNotes) {
  return {
    topics: article.topics.map((topic) => topics.link(topicLabel(topic), { topic, aliases: [topic] })),
    entities: article.entities.map(({ name, type }) => entities.link(name, { entity: name, type })),
  };
}

/** Obsidian's tags hold no white space. */
function vaultTags(tags: readonly string[]): readonly string[] {
  return tags.map((tag) => tag.replaceAll(/\s+/g, '-'));
}
