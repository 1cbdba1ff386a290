import { asMilliseconds, median, quantile } from '../figures.ts';
import type { EngineMeasurements, Run } from './measurements.ts';
import type { Figure } from './rows/figure.ts';

/** Figures as a Markdown table. */
export function figureTable(figures: readonly Figure[]): string {
  const lines = figures.map(({ row, what, target, measured, met }) => {
    const verdict = measured === null ? 'not measured' : met === null ? '–' : met ? 'yes' : '**no**';
    return `| ${row || ''} | ${what} | ${target} | ${measured ?? '–'} | ${verdict} |`;
  });
  return ['| row | figure | target | measured | met? |', '|---|---|---|---|---|', ...lines].join('\n');
}

/** What every engine took, one line each, and what it could not do. */
export function engineTable({ engines }: Run): string {
  return [
    '| engine | build | cold open → answer | heap | first pass p50 / p95 | warm p50 / p95 | phrase p50 | save p50 | stored |',
    '|---|---|---|---|---|---|---|---|---|',
    ...engines.map(engineLine),
    ...engines.flatMap(({ engine, failures }) => failures.map((failure) => `\n${engine} could not: ${failure}`)),
  ].join('\n');
}

function engineLine(one: EngineMeasurements): string {
  const spread = (passes: readonly (readonly number[])[]) =>
    `${asMilliseconds(median(passes.flat()))} / ${asMilliseconds(quantile(passes.flat(), 0.95))}`;
  const cells = [
    one.engine,
    one.build === null ? '–' : asMilliseconds(one.build.indexMs),
    asMilliseconds(median(one.firstAnswers)),
    megabytes(one.heapBytes),
    spread(one.firstPasses),
    spread(one.warmPasses),
    asMilliseconds(median(one.phrases)),
    asMilliseconds(median(one.saves.map(({ save }) => save))),
    one.bytes === null
      ? '–'
      : Object.entries(one.bytes)
          .map(([part, bytes]) => `${part} ${megabytes(bytes)}`)
          .join(', '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function megabytes(bytes: number | null): string {
  return bytes === null ? '–' : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** One run as a section: where it ran, every engine, every row. */
export function runSection(run: Run, figures: readonly Figure[]): string {
  const { browser, articles, corpus, textBytes, cachesDropped, mix } = run;
  const caches = cachesDropped
    ? 'page cache emptied before every cold open'
    : 'page cache **not** emptied before cold opens';
  return [
    `### ${browser}, ${articles.toLocaleString('en')} articles`,
    `${corpus}; ${megabytes(textBytes)} of text; ${mix.length} queries; ${caches}.`,
    figureTable(figures),
    engineTable(run),
  ].join('\n\n');
}
