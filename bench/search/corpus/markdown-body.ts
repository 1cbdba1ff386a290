import type { Random } from '../../../test/site/random.ts';
import type { Sentences, Writing } from './sentences.ts';

const SHORTEST = 2_000;
const LONGEST = 10_000;
const MEDIAN = 3_400;
/** The 95 % quantile of a log-normal distribution is exp(1.645 σ) times its median: 6,900 characters here. */
const SIGMA = Math.log(6_900 / MEDIAN) / 1.645;

/** The last paragraph goes beyond the length aimed at by about so much. */
const OVERSHOOT = 200;

const UNSPACED = [
  '研究团队发布了新的大型语言模型，成本降低一半。',
  '监管机构推迟了安全评估报告的发布。',
  '規制当局は言語モデルを公開した。',
  '半導体メーカーは推論予算を見直した。',
  '数据中心合同引发了广泛讨论。',
  '인공지능 연구팀이 새로운 모델을 공개했다.',
];
const UNSPACED_SHARE = 0.02;

/** How many characters a body aims at. */
export function drawLength(random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return Math.round(Math.min(LONGEST, Math.max(SHORTEST, MEDIAN * Math.exp(SIGMA * normal))));
}

/** A Markdown body: paragraphs, headings, lists, quotations and links; each of `entities` is mentioned. */
export function markdownBody(writing: Writing, sentences: Sentences, entities: readonly string[]): string {
  const { random } = writing;
  const length = drawLength(random) - OVERSHOOT;
  const mentions = entities.flatMap((name) => Array.from({ length: 1 + random.below(3) }, () => name));
  const paragraphs: string[] = [];
  let written = 0;
  const sentence = () => {
    const text = sentences.sentence(writing);
    if (mentions.length === 0 || random.next() < 0.6) return text;
    return `${mentions.pop()} ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  };
  while (written < length) {
    const paragraph = drawParagraph(writing, sentences, sentence);
    paragraphs.push(paragraph);
    written += paragraph.length + 2;
  }
  for (const name of mentions) paragraphs.push(`Related: ${name}.`);
  if (random.next() < UNSPACED_SHARE) paragraphs.push(random.pick(UNSPACED));
  return paragraphs.join('\n\n');
}

function drawParagraph(writing: Writing, sentences: Sentences, sentence: () => string): string {
  const { random } = writing;
  const share = random.next();
  if (share < 0.08) return `## ${sentences.heading(writing, 3 + random.below(4))}`;
  if (share < 0.14)
    return Array.from({ length: 3 }, sentence)
      .map((text) => `- ${text}`)
      .join('\n');
  if (share < 0.18) return `> ${sentence()}`;
  const text = Array.from({ length: 2 + random.below(4) }, sentence).join(' ');
  if (share > 0.94) return `${text} See [the report](https://reports.example/${random.below(1_000_000)}).`;
  return share > 0.88 ? `**${sentences.heading(writing, 2)}** ${text}` : text;
}
