import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asMilliseconds } from '../figures.ts';
import { openCorpus } from './corpus/open-corpus.ts';
import { measureLibraryPage, type PageActs } from './measure-library-page.ts';
import type { MainThread } from './page-frames.ts';
import { figureTable } from './report.ts';
import type { Figure } from './rows/figure.ts';
import type { Settings } from './settings.ts';

const MOST_MS = 50;

/** Row 16: what the library page's main thread does while a person works, in the built extension. */
export async function benchLibraryPage(settings: Settings, results: string): Promise<string> {
  const sections: string[] = [];
  const measured: PageActs[] = [];
  for (const size of settings.sizes) {
    for (const browser of settings.browsers) {
      const acts = await measureLibraryPage(browser, openCorpus(settings, size), settings.seed);
      measured.push(acts);
      sections.push(`### ${browser}, library page of ${acts.articles.toLocaleString('en')} articles`, pageTable(acts));
      writeFileSync(join(results, 'library-page.md'), `${sections.join('\n\n')}\n`);
      writeFileSync(join(results, 'library-page.json'), JSON.stringify(measured));
    }
  }
  return sections.join('\n\n');
}

function pageTable({ typing, scrolling, typingWhileIndexing, idle }: PageActs): string {
  return figureTable([
    mainThreadFigure('longest main-thread task while typing', typing),
    mainThreadFigure('while scrolling', scrolling),
    mainThreadFigure('while typing during indexing and merging', typingWhileIndexing),
    mainThreadFigure('for comparison: doing nothing', idle),
  ]);
}

/** By the browser's own reports where it has them, else by how late the page's timers were. */
export function mainThreadFigure(what: string, { longestTask, longestGap }: MainThread): Figure {
  const value = longestTask ?? longestGap;
  const gap = `timers ${asMilliseconds(longestGap)} late at most`;
  const task = longestTask === 0 ? 'no task over 50 ms' : asMilliseconds(longestTask ?? Number.NaN);
  return {
    row: 16,
    what,
    target: `≤ ${MOST_MS} ms`,
    measured: longestTask === null ? gap : `${task}; ${gap}`,
    met: value <= MOST_MS,
    value,
  };
}
