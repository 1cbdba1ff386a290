import type { Settings } from '../settings.ts';
import type { Corpus } from './corpus.ts';
import { fileCorpus } from './file-corpus.ts';
import { generatedCorpus } from './generated-corpus.ts';

/** The corpus that the settings name, of `size` articles; a file may have fewer. */
export function openCorpus({ corpusPath, seed }: Pick<Settings, 'corpusPath' | 'seed'>, size: number): Corpus {
  return corpusPath === null ? generatedCorpus(seed, size) : fileCorpus(corpusPath, size);
}
