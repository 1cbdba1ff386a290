import type { CorpusArticle } from '../corpus/corpus.ts';
import type { Numbered } from './engine.ts';

const BATCH = 500;

/** The articles from the benchmark's server, a batch only when the one before is done with. */
export async function* fetchBatches(address: string, from: number, to: number): AsyncGenerator<readonly Numbered[]> {
  for (let start = from; start < to; start += BATCH) {
    const end = Math.min(to, start + BATCH);
    const response = await fetch(`${address}?from=${start}&to=${end}`);
    if (!response.ok) throw new Error(`the corpus answered ${response.status}`);
    const articles = (await response.json()) as readonly CorpusArticle[];
    yield articles.map((article, index) => ({ ordinal: start + index, article }));
    reportProgress(end);
  }
}

/** Tells the page how far building has come, so that a run that is stopped can say so. */
function reportProgress(articles: number): void {
  postMessage({ progress: articles });
}
