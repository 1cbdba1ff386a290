import type { ArticleRecord } from '../library/records.ts';
import { isUnspaced, words } from '../query/fold.ts';
import type { IdSet } from './id-lists.ts';
import { FIELD_END, type WordDictionary } from './word-dictionary.ts';

/** The words of an article that a query looks at without its body: headline, description, topics and entities. */

/** The ids of the article's words, in order, with `FIELD_END` after each field. */
export function articleWords(record: ArticleRecord, dictionary: WordDictionary): readonly number[] {
  const ids: number[] = [];
  const addField = (field: string) => {
    for (const word of words(field)) ids.push(dictionary.add(word));
    ids.push(FIELD_END);
  };
  addField(record.headline);
  addField(record.description ?? '');
  for (const topic of record.topics) addField(topic);
  for (const entity of record.entities) addField(entity.name);
  return ids;
}

/**
 * For each word of `term` the words of the library that match it; with `prefix`, the last one may go on. In a script
 * without spaces a phrase begins and ends anywhere inside a word. Null when `term` has no words: it asks for nothing.
 */
export function matchingWords(term: string, prefix: boolean, dictionary: WordDictionary): readonly IdSet[] | null {
  const looked = words(term);
  if (looked.length === 0) return null;
  return looked.map((word, index) => {
    const isLast = index === looked.length - 1;
    const mayBeginEarlier = index === 0 && isUnspaced(word);
    const mayGoOn = isLast && (prefix || isUnspaced(word));
    if (mayBeginEarlier) return dictionary.where((own) => (mayGoOn ? own.includes(word) : own.endsWith(word)));
    return mayGoOn ? dictionary.where((own) => own.startsWith(word)) : dictionary.only(word);
  });
}
