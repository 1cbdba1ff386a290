import type { Corpus, CorpusArticle } from './corpus.ts';

/**
 * A corpus as the bytes that are sent to browsers, made once and kept: every engine in every browser fetches the same
 * slices, and making articles anew each time would take longer than some engines need to index them.
 */
export interface KeptCorpus extends Corpus {
  /** `slice` as JSON. */
  json(from: number, to: number): Buffer;
  /** Bytes of all bodies in UTF-8: what the size of an index is compared with. */
  readonly bodyBytes: number;
}

/** Keeps `corpus`, which takes about its size in memory once all of it was asked for. */
export function keepCorpus(corpus: Corpus): KeptCorpus {
  const kept = new Map<string, Buffer>();
  let bytes: number | null = null;
  return {
    name: corpus.name,
    size: corpus.size,
    slice: (from, to) => corpus.slice(from, to),
    json(from, to) {
      const key = `${from}-${to}`;
      const known = kept.get(key) ?? Buffer.from(JSON.stringify(corpus.slice(from, to)));
      kept.set(key, known);
      return known;
    },
    get bodyBytes() {
      bytes ??= sumOf(corpus, ({ body_md }) => Buffer.byteLength(body_md));
      return bytes;
    },
  };
}

const AT_ONCE = 500;

function sumOf(corpus: Corpus, measure: (article: CorpusArticle) => number): number {
  let sum = 0;
  for (let from = 0; from < corpus.size; from += AT_ONCE) {
    for (const article of corpus.slice(from, Math.min(corpus.size, from + AT_ONCE))) sum += measure(article);
  }
  return sum;
}
