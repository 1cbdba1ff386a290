import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoSite, startDemoSite } from '../test/site/demo-site.ts';
import { generatedArticle } from '../test/site/generated-articles.ts';
import { createProfile, removeProfile } from '../test/support/browser/profile.ts';
import { launchBrowser, type Session } from '../test/support/browser/session.ts';
import { asRatio, rowOf, TABLE_HEAD } from './figures.ts';
import { buildBenchPage } from './search/build-page.ts';
import type { Kind, SecondCopyPage } from './second-copy/page/main.ts';
import { originOfExtension } from './second-extension.ts';

/** Articles saved in one call, so that no call outlasts the driver's patience. */
const PIECE = 250;

/** Whole saves, with their fetch, in each library. */
const WHOLE_SAVES = 200;

/** Of articles that no other part of the run saves. */
const OTHER_SEED = 4;

/** Where Chromium keeps what a save writes, for whichever extension. */
const STORES = ['Default/IndexedDB', 'Default/Local Extension Settings'];

/** Measures in Chromium what the second copy costs: time of a save, time to open, bytes on disk. Keeps the table in `results`. */
export async function benchSecondCopy(sizes: readonly number[], results: string): Promise<string> {
  const folder = await buildBenchPage('bench/second-copy/page');
  const report: string[] = [];
  for (const articles of sizes) {
    const { times, whole, opening } = await inChromium(folder, async ({ save, fetchAndSave, open }) => ({
      times: await save(['plain', 'kept'], articles),
      whole: await byTurns(WHOLE_SAVES, fetchAndSave),
      opening: await byTurns(20, open),
    })).then(({ value }) => value);
    const plain = (await inChromium(folder, ({ save }) => save(['plain'], articles))).bytes;
    const kept = (await inChromium(folder, ({ save }) => save(['kept'], articles))).bytes;
    const compare = (what: string, of: Record<Kind, number[]>, aim: number | null) =>
      rowOf({
        title: `${what}, ${articles} articles`,
        ours: { name: 'with second copy', samples: of.kept },
        beside: { name: 'without', samples: of.plain },
        aim,
      });
    report.push(
      compare('save, fetched and parsed', whole, 1.5),
      compare('save, its writing alone', times, 1.5),
      compare('open', opening, null),
      `| bytes on disk, ${articles} articles | ${megabytes(kept)} | ${megabytes(plain)} | ${asRatio(kept / plain)} | ≤ 1.6 |`,
    );
    console.log(report.slice(-4).join('\n'));
  }
  rmSync(folder, { recursive: true, force: true });
  const table = [TABLE_HEAD, ...report].join('\n');
  writeFileSync(`${results}/second-copy.md`, `${table}\n`);
  return table;
}

/** What is timed in a page; all answer milliseconds. */
interface Timed {
  save(kinds: readonly Kind[], articles: number): Promise<Record<Kind, number[]>>;
  fetchAndSave(kind: Kind): Promise<number>;
  open(kind: Kind): Promise<number>;
}

async function byTurns(rounds: number, time: (kind: Kind) => Promise<number>): Promise<Record<Kind, number[]>> {
  const times: Record<Kind, number[]> = { plain: [], kept: [] };
  for (let round = 0; round < rounds; round += 1)
    for (const kind of ['plain', 'kept'] as const) times[kind].push(await time(kind));
  return times;
}

/** Runs `work` in a new profile; answers with what it took on disk once the browser was closed in good order. */
async function inChromium<T>(
  folder: string,
  work: (timed: Timed) => Promise<T>,
): Promise<{ readonly value: T; readonly bytes: number }> {
  const profile = createProfile();
  const site = await startDemoSite();
  try {
    const session = await launchBrowser('chromium', { site, profile });
    const before = bytesIn(profile);
    const value = await measured(session, site, folder, work).finally(() => session.close());
    return { value, bytes: bytesIn(profile) - before };
  } finally {
    await site.stop();
    removeProfile(profile);
  }
}

async function measured<T>(
  session: Session,
  site: DemoSite,
  folder: string,
  work: (timed: Timed) => Promise<T>,
): Promise<T> {
  const page = await session.openPage(`${await originOfExtension(session, folder)}index.html`);
  await page.waitForFunction(() => 'bench' in window);
  let added = 0;
  return work({
    async save(kinds, articles) {
      const times: Record<Kind, number[]> = { plain: [], kept: [] };
      for (let from = 0; from < articles; from += PIECE) {
        const piece = await page.evaluate(savePiece, kinds, from, Math.min(articles, from + PIECE));
        for (const kind of kinds) times[kind].push(...piece[kind]);
      }
      return times;
    },
    async fetchAndSave(kind) {
      const article = generatedArticle(added, OTHER_SEED);
      added += 1;
      site.addArticle(article);
      return page.evaluate(fetchAndSaveOnce, kind, article.slug);
    },
    open: (kind) => page.evaluate(openOnce, kind),
  });
}

function savePiece(kinds: readonly Kind[], from: number, to: number): Promise<Record<Kind, number[]>> {
  return (window as unknown as { bench: SecondCopyPage }).bench.save(kinds, from, to);
}

function fetchAndSaveOnce(kind: Kind, slug: string): Promise<number> {
  return (window as unknown as { bench: SecondCopyPage }).bench.fetchAndSave(kind, slug);
}

function openOnce(kind: Kind): Promise<number> {
  return (window as unknown as { bench: SecondCopyPage }).bench.open(kind);
}

function bytesIn(profile: string): number {
  return STORES.reduce((sum, folder) => sum + bytesOf(join(profile, folder)), 0);
}

function bytesOf(folder: string): number {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.reduce((sum, entry) => {
      const path = join(folder, entry.name);
      return sum + (entry.isDirectory() ? bytesOf(path) : statSync(path).size);
    }, 0);
  } catch {
    return 0;
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
