import type { ArticleRecord } from '../../library/records.ts';
import { topicLabel } from '../../library/topic-label.ts';
import type { Words } from './words.ts';

/** A line of a list of contents. */
export interface ContentsLine {
  readonly slug: string;
  readonly headline: string;
}

export interface ContentsSection {
  readonly title: string;
  readonly lines: readonly ContentsLine[];
}

/** Takes articles in one by one and tells them by topic: all that a file with contents keeps of each is slug and headline. */
export class Contents {
  readonly #byTopic = new Map<string, ContentsLine[]>();

  add({ slug, headline, topics: [topic = ''] }: ArticleRecord): void {
    const lines = this.#byTopic.get(topic) ?? [];
    lines.push({ slug, headline });
    this.#byTopic.set(topic, lines);
  }

  /** Each article once, under its first topic, in the order added; topics in the order of the alphabet, articles without one last. */
  sections({ noTopic }: Words, locale: string): readonly ContentsSection[] {
    const { compare } = new Intl.Collator(locale);
    const topics = [...this.#byTopic].filter(([topic]) => topic !== '');
    const sections = topics
      .map(([topic, lines]) => ({ title: topicLabel(topic), lines }))
      .sort((one, other) => compare(one.title, other.title));
    const rest = this.#byTopic.get('');
    return rest === undefined ? sections : [...sections, { title: noTopic, lines: rest }];
  }
}
