import { parseQuery } from '../../../../core/query/parse-query.ts';
import { openEngine, type SearchEngine } from '../../../../services/search/engine.ts';
import { putInOrder } from '../../../../services/search/index-keeper.ts';
import { slugOf } from '../made-article.ts';
import { openBenchStore } from './open-bench-store.ts';
import { readKept } from './raw-library.ts';

/** What search finds and is not saved, and what is saved and it does not find, a sentence each, by the one word that only one article has. */
export async function findSearchFaults(): Promise<string[]> {
  const { articles } = await readKept();
  const store = openBenchStore();
  await putInOrder(
    store,
    async () => {},
    () => {},
  );
  const engine = await openEngine(store);
  const faults: string[] = [];
  for (const slug of Object.keys(articles)) {
    const n = Number(slug.replace(/^made-/, ''));
    if (slug !== slugOf(n)) continue;
    const found = await slugsOf(engine, `only${n}here`);
    const wanted = articles[slug]?.isBinned ? [] : [slug];
    if (found.join() !== wanted.join()) faults.push(`the word of ${slug} finds ${found.join() || 'nothing'}`);
  }
  await store.close();
  return faults;
}

async function slugsOf(engine: SearchEngine, text: string): Promise<readonly string[]> {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${text} is no query`);
  const answer = await engine.ask({ query: parsed.query, sort: 'saved', now: 0, from: 0, to: 10, through: 0 });
  return answer === null ? ['an answer that was cancelled'] : engine.slugs(answer.id);
}
