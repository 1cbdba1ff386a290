import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../figures.ts';
import { buildBenchPage } from '../search/build-page.ts';
import { keepCorpus } from '../search/corpus/kept-corpus.ts';
import { openCorpus } from '../search/corpus/open-corpus.ts';
import { figureTable } from '../search/report.ts';
import { type Figure, plainFigure, ratioFigure } from '../search/rows/figure.ts';
import type { Settings } from '../search/settings.ts';
import { measureTransfer, type TransferRun } from './measure-transfer.ts';

const AIM = 2;
const MOST_HEAP = 200e6;

/** Measures taking a library away and reading it back, beside zipping all records raw, at every size in every browser. */
export async function benchTransfer(settings: Settings, results: string): Promise<string> {
  const folder = await buildBenchPage('bench/transfer/page');
  const runs: TransferRun[] = [];
  const sections: string[] = [];
  try {
    for (const size of settings.sizes) {
      const corpus = keepCorpus(openCorpus(settings, size));
      for (const browser of settings.browsers) {
        const run = await measureTransfer(browser, corpus, folder, settings.rounds);
        runs.push(run);
        sections.push(
          `### ${browser}, ${size.toLocaleString('en')} articles, ${corpus.name}\n\n${figureTable(figuresOf(run))}`,
        );
        writeFileSync(join(results, 'transfer.json'), JSON.stringify(runs));
        writeFileSync(join(results, 'transfer.md'), `${sections.join('\n\n')}\n`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return sections.join('\n\n');
}

function figuresOf(run: TransferRun): readonly Figure[] {
  const floor = median(run.floor.map(({ milliseconds }) => milliseconds));
  const written = median(run.export.map(({ milliseconds }) => milliseconds));
  const read = median(run.read.map(({ milliseconds }) => milliseconds));
  const rate = (milliseconds: number) => `${Math.round((run.articles / milliseconds) * 1000).toLocaleString('en')}/s`;
  const size = Math.max(...run.export.map(({ bytes }) => bytes));
  return [
    ratioFigure(0, 'exporting an archive : zipping all records raw', AIM, { ours: written, theirs: floor, show: rate }),
    ratioFigure(0, 'reading the archive back, all checked : zipping raw', AIM, {
      ours: read,
      theirs: floor,
      show: rate,
    }),
    ratioFigure(0, 'importing it into an empty library : putting all records raw', AIM, {
      ours: median(run.import.map(({ milliseconds }) => milliseconds)),
      theirs: median(run.putRaw.map(({ milliseconds }) => milliseconds)),
      show: rate,
    }),
    plainFigure(
      0,
      'looking through it before, articles a second',
      (run.articles / median(run.import.map(({ previewMs }) => previewMs))) * 1000,
      { least: 0 },
      (value) => Math.round(value).toLocaleString('en'),
    ),
    heapFigure('peak heap while exporting', run.export),
    heapFigure('peak heap while reading back', run.read),
    heapFigure('peak heap of the workers while importing', run.import),
    plainFigure(0, 'the archive', size, { least: 0 }, megabytes),
  ];
}

function heapFigure(what: string, samples: readonly { readonly peakBytes: number | null }[]): Figure {
  const peak = Math.max(...samples.map(({ peakBytes }) => peakBytes ?? Number.NaN));
  return plainFigure(0, what, peak, { most: MOST_HEAP }, megabytes);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
