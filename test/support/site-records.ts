/** The `number`th of many records as the site's `.json` alternate gives them. */
export function siteRecord(number: number, paragraphs = 3) {
  const slug = `record-number-${number}`;
  const sentence = `Sentence of article ${number} about tides, “chips” and the law; one more than ${number - 1}. `;
  return {
    slug,
    title: `Record number ${number} — told`,
    summary: `What record ${number} says in a sentence.`,
    body_md: Array.from({ length: paragraphs }, () => sentence.repeat(4).trim()).join('\n\n'),
    url: `https://wpnews.pro/news/${slug}`,
    canonical_source: `https://source.example/story/${number}`,
    published_at: '2026-06-28 04:40:03+00:00',
    updated_at: '2026-06-28 05:40:42.082474+00:00',
    lang: 'en',
    topics: ['artificial-intelligence', 'ai-policy'],
    entities: ['Seoul', 'Ahn Gyu-back'],
    alternates: { html: `https://wpnews.pro/news/${slug}`, markdown: `https://wpnews.pro/news/${slug}.md` },
  };
}
