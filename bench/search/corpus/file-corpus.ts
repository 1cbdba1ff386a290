import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Corpus, CorpusArticle } from './corpus.ts';

/** The first `size` articles of a JSON Lines file, which may be gzipped; all of them when it has fewer. */
export function fileCorpus(path: string, size: number): Corpus {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const articles = text
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, size)
    .map((line) => JSON.parse(line) as CorpusArticle);
  return {
    name: `${basename(path)}, ${articles.length} articles`,
    size: articles.length,
    slice: (from, to) => articles.slice(from, to),
  };
}
