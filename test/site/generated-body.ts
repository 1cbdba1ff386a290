import type { Vocabulary } from './generated-words.ts';
import type { Random } from './random.ts';

/** Markdown bodies of realistic length, with the constructs and the damage that real bodies on the site show. */

/** One sentence in the vocabulary's language. */
export function sentence(random: Random, words: Vocabulary): string {
  const parts = [words.subjects, words.verbs, words.objects, words.ends].map((pool) => random.pick(pool));
  return parts.join(words.joint) + words.stop;
}

function paragraph(random: Random, words: Vocabulary): string {
  const sentences = Array.from({ length: 3 + random.below(5) }, () => sentence(random, words));
  return sentences.join(words.joint);
}

const TABLE = `| model | score | cost |
| --- | ---: | ---: |
| Q-7 | 81.4 | $0.15 |
| Kestrel-mini | 79.9 | $0.04 |`;

const CODE = `\`\`\` python
# app/run.py
def build_graph(state):
    return {"agent": state, "tools": ["search", "read"]}
\`\`\``;

const DIAGRAM = `\`\`\`
client ──► router ──► agent
              │          │
              └──► queue └──► tools
\`\`\``;

const FEATURES: readonly ((random: Random, words: Vocabulary) => string)[] = [
  (random, words) => `## ${random.pick(words.objects)}`,
  (random, words) => `### ${random.pick(words.subjects)}`,
  () => TABLE,
  () => CODE,
  () => DIAGRAM,
  () => 'See <https://papers.example/abs/2605.22763> and [the project](https://dev.example/q-7).',
  (random, words) => `- ${sentence(random, words)}\n- ${sentence(random, words)}\n- **${sentence(random, words)}**`,
  (random, words) => `> ${sentence(random, words)}`,
  (random, words) => `*${sentence(random, words)}* and \`max_tokens\`\n\n? ${sentence(random, words)}`,
];

/** A body of one to about sixty paragraphs; most are short. */
export function generatedBody(random: Random, words: Vocabulary): string {
  const length = 1 + Math.floor(random.next() ** 3 * 60);
  const blocks = Array.from({ length }, () => {
    const text = paragraph(random, words);
    return random.next() < 0.35 ? `${random.pick(FEATURES)(random, words)}\n\n${text}` : text;
  });
  return blocks.join('\n\n');
}
