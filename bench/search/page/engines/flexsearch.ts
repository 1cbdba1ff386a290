import { Index } from 'flexsearch';
import { type Engine, textsOf } from '../engine.ts';
import { Stopwatch } from '../stopwatch.ts';
import { readTexts, writeText } from './stored-text.ts';

/**
 * FlexSearch in memory, tokenizer `forward` (so every word is found by its beginnings), exported to IndexedDB. It has no
 * phrases, no BM25, and its tags are not used: queries with a filter or a phrase are asked as plain words.
 */
export function createFlexSearch(): Engine {
  const index = new Index({ tokenize: 'forward' });
  const add = (ordinal: number, texts: ReturnType<typeof textsOf>) =>
    index.add(ordinal, `${texts.title}\n${texts.summary}\n${texts.body}`);
  return {
    async build(batches) {
      const watch = new Stopwatch();
      for await (const batch of batches) {
        await watch.time(() => {
          for (const { ordinal, article } of batch) add(ordinal, textsOf(article));
        });
      }
      await watch.time(() => exportAll(index));
      return { storeMs: 0, indexMs: watch.total };
    },
    async open() {
      for (const [name, text] of await readTexts('flexsearch/')) index.import(name, text);
    },
    async search({ words }, limit) {
      return { total: null, ordinals: (index.search(words.join(' '), { limit }) as readonly unknown[]).map(Number) };
    },
    async save({ ordinal, article }) {
      const watch = new Stopwatch();
      await watch.time(() => add(ordinal, textsOf(article)));
      return { save: watch.total, rawPut: null };
    },
    async bytes() {
      const texts = [...(await readTexts('flexsearch/')).values()];
      return { json: texts.reduce((sum, { length }) => sum + length, 0) };
    },
    async close() {},
  };
}

async function exportAll(index: Index): Promise<void> {
  const parts = new Map<string, string>();
  await index.export((name: string, text: string) => {
    parts.set(name, text);
  });
  if (parts.size === 0) throw new Error('FlexSearch exported nothing');
  for (const [name, text] of parts) await writeText(`flexsearch/${name}`, text);
}
