import { ADDRESS_PAYLOADS, HTML_PAYLOADS } from '../../components/reader/payloads.ts';
import type { SiteArticle } from '../../site/article.ts';
import { generatedArticle } from '../../site/generated-articles.ts';
import { createRandom, type Random } from '../../site/random.ts';
import { HTML_LEAKS, MARKDOWN_LEAKS, REFRESH_LEAK } from './leaks.ts';

/** Articles of the demo site that attack whoever shows them: every known payload in every field, and random mixtures. */

const LEAKS = [...HTML_LEAKS, ...MARKDOWN_LEAKS, REFRESH_LEAK];
const MARKUP = [...HTML_PAYLOADS, ...LEAKS];

const everyPlace = (payload: string) => `${payload}

a ${payload} b *${payload}* [${payload}](https://a.example) [a](https://a.example "${payload}") ![${payload}](https://a.example)

## ${payload}

- ${payload}

> ${payload}

| ${payload} | b |
|---|---|
| ${payload} | b |

\`\`\`${payload}
${payload}
\`\`\``;

/** An address as the target of every kind of link and picture. */
export const everyLink = (address: string): string => `[a](${address}) [b](<${address}>) <${address}> ![c](${address})

${address}

[![d](${address})](${address}) [e][r]

[r]: ${address}`;

function attackArticle(slug: string, number: number, attack: Partial<SiteArticle>): SiteArticle {
  return { ...generatedArticle(number, 11), ...attack, slug };
}

/** Each article carries two payloads in all its fields; each of the two stands first in one of headline and description. */
function payloadArticles(): SiteArticle[] {
  const pairs = Array.from({ length: Math.ceil(MARKUP.length / 2) }, (_, index) =>
    MARKUP.slice(2 * index, 2 * index + 2),
  );
  return pairs.map((pair, index) =>
    attackArticle(`payload-${index}`, index, {
      title: pair.join(' '),
      summary: pair.toReversed().join(' '),
      body_md: pair.map(everyPlace).join('\n\n'),
      topics: pair,
      entities: pair,
    }),
  );
}

function addressArticles(): SiteArticle[] {
  return ADDRESS_PAYLOADS.map((address, index) =>
    attackArticle(`address-${index}`, index, {
      title: `Number ${index} ${address}`,
      body_md: everyLink(address),
      canonical_source: address,
      entities: [address],
    }),
  );
}

/**
 * Every payload as an entity of one article, which meets them all in the popup and in the facets. Its body and topics
 * are harmless, since the demo site's page draws those as they are.
 */
export const CROWDED: SiteArticle = attackArticle('crowded', 0, {
  title: MARKUP.join(' ').slice(0, 900),
  entities: [...MARKUP, ...ADDRESS_PAYLOADS],
});

/** All payloads of the lists, in every field an article has. */
export const PAYLOAD_ARTICLES: readonly SiteArticle[] = [...payloadArticles(), ...addressArticles(), CROWDED];

const FRAGMENTS = 40;

function fragment(random: Random): string {
  const markup = random.pick(MARKUP);
  const address = random.pick(ADDRESS_PAYLOADS);
  return random.pick([
    () => markup,
    () => `![${markup}](${address})`,
    () => `[${markup}](${address} "${random.pick(MARKUP)}")`,
    () => random.pick(MARKDOWN_LEAKS),
    () => `**${markup.slice(0, random.below(markup.length))}**`,
    () => `\`${markup}`,
    () => `${'> '.repeat(random.below(4))}${markup}`,
    () => `${'#'.repeat(1 + random.below(6))} ${markup}`,
    () => `${'  '.repeat(random.below(3))}- ${address}`,
    () => `|${markup}|${address}|\n|-|-|\n|${random.pick(MARKUP)}|`,
    () => `<div ${markup}`,
    () => `${'`'.repeat(3)}${address}\n${markup}\n${'`'.repeat(random.below(5))}`,
  ])();
}

/** Article number `index` of random pieces of attacks; the same number always gives the same one. */
function randomArticle(_: unknown, index: number): SiteArticle {
  const random = createRandom(index);
  const text = (count: number, joint: string) => Array.from({ length: count }, () => fragment(random)).join(joint);
  return attackArticle(`random-${index}`, index, {
    title: `${index} ${text(2, ' ')}`,
    summary: text(3, ' '),
    body_md: Array.from({ length: FRAGMENTS }, () => fragment(random) + random.pick([' ', '\n', '\n\n'])).join(''),
    entities: [text(1, ''), text(1, '')],
  });
}

/** `count` articles made of 40 random pieces of attacks each. */
export function randomArticles(count: number): SiteArticle[] {
  return Array.from({ length: count }, randomArticle);
}
