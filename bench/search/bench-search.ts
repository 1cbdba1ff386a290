import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBenchPage } from './build-page.ts';
import { keepCorpus } from './corpus/kept-corpus.ts';
import { openCorpus } from './corpus/open-corpus.ts';
import { growthPlots } from './growth.ts';
import type { Run } from './measurements.ts';
import type { EngineName } from './page/engines.ts';
import { figureTable, runSection } from './report.ts';
import { rowsBetween, rowsOfRun } from './rows/rows-of-run.ts';
import { runEngines } from './run-engines.ts';
import type { Settings } from './settings.ts';

const OURS: readonly EngineName[] = ['Offprint', 'index alone', 'index in steady state'];

/** Measures searching at every size in every browser; prints the tables, and keeps them with raw numbers and plots. */
export async function benchSearch(settings: Settings, results: string): Promise<string> {
  const folder = await buildBenchPage();
  const runs: Run[] = [];
  const sections: string[] = [];
  mkdirSync(results, { recursive: true });
  const say = (progress: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${progress}`);
  const keep = () => {
    writeFileSync(join(results, 'search.json'), JSON.stringify(runs));
    writeFileSync(join(results, 'search.md'), `${sections.join('\n\n')}\n`);
  };
  try {
    for (const size of settings.sizes) {
      const corpus = keepCorpus(openCorpus(settings, size));
      const ofSize: Run[] = [];
      for (const browser of settings.browsers) {
        const run = await runEngines(browser, corpus, [...OURS, ...settings.peers], folder, settings, say);
        ofSize.push(run);
        runs.push(run);
        sections.push(runSection(run, rowsOfRun(run)));
        keep();
      }
      const [chromium, firefox] = (['chromium', 'firefox'] as const).map((name) =>
        ofSize.find(({ browser }) => browser === name),
      );
      if (chromium === undefined || firefox === undefined) continue;
      const between = figureTable(rowsBetween(rowsOfRun(chromium), rowsOfRun(firefox)));
      sections.push(`### Both browsers, ${size.toLocaleString('en')} articles`, between);
      keep();
    }
    await measureGrowth(settings, folder, runs, say);
    keep();
    plotRuns(runs, settings, results);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return sections.join('\n\n');
}

/** Our own cost alone at the sizes between, in the first browser. */
async function measureGrowth(
  settings: Settings,
  folder: string,
  runs: Run[],
  say: (progress: string) => void,
): Promise<void> {
  const [browser] = settings.browsers;
  if (browser === undefined) return;
  for (const size of settings.growth.filter((one) => !settings.sizes.includes(one))) {
    runs.push(await runEngines(browser, keepCorpus(openCorpus(settings, size)), ['Offprint'], folder, settings, say));
  }
}

function plotRuns(runs: readonly Run[], { browsers }: Settings, results: string): void {
  const ofFirst = runs.filter(({ browser }) => browser === browsers[0]);
  for (const [file, svg] of growthPlots(ofFirst)) writeFileSync(join(results, `search-${file}`), svg);
}
