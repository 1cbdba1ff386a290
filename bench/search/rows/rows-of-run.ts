import { asMilliseconds, asRatio, median, overlap, quantile } from '../../figures.ts';
import { type EngineMeasurements, engineOf, type Run } from '../measurements.ts';
import { isWordQuery } from '../queries/bench-query.ts';
import { type Figure, freeFigure, plainFigure, ratioFigure } from './figure.ts';

const NONE: readonly number[] = [];

/** Rows 1 to 15 of one run. */
export function rowsOfRun(run: Run): readonly Figure[] {
  return [...openingRows(run), ...queryRows(run), ...facetRows(run), ...storedRows(run), ...qualityRows(run)];
}

function openingRows(run: Run): readonly Figure[] {
  const cold = (engine: Parameters<typeof engineOf>[1]) => median(engineOf(run, engine)?.firstAnswers ?? NONE);
  const beside = (engine: Parameters<typeof engineOf>[1]) => ({
    ours: cold('Offprint'),
    theirs: cold(engine),
    show: asMilliseconds,
  });
  return [
    ratioFigure(1, 'cold open → first answer, beside its floor', 1.6, beside('floor')),
    ratioFigure(2, 'the same beside MiniSearch', 1 / 80, beside('MiniSearch')),
    ratioFigure(2, 'the same beside FTS5', 1 / 3, beside('SQLite FTS5')),
  ];
}

type Taken = (engine: EngineMeasurements) => readonly number[];

/** A ratio of a quantile of what was taken of us and of a peer. */
function against(run: Run, peer: Parameters<typeof engineOf>[1], taken: Taken, share: number) {
  const of = (engine: EngineMeasurements | null) => (engine === null ? Number.NaN : quantile(taken(engine), share));
  return { ours: of(engineOf(run, 'Offprint')), theirs: of(engineOf(run, peer)), show: asMilliseconds };
}

function queryRows(run: Run): readonly Figure[] {
  const warm: Taken = ({ warmPasses }) => warmPasses.flat();
  const first: Taken = ({ firstPasses }) => firstPasses.flat();
  const ours = engineOf(run, 'Offprint');
  const mix = median(ours === null ? NONE : warm(ours));
  const short = { ours: median(ours?.shortPrefixes ?? NONE), theirs: mix, show: asMilliseconds };
  return [
    ratioFigure(3, 'query mix, warm p50, beside FTS5', 1 / 8, against(run, 'SQLite FTS5', warm, 0.5)),
    ratioFigure(3, 'query mix, warm p95, beside FTS5', 1 / 8, against(run, 'SQLite FTS5', warm, 0.95)),
    ratioFigure(4, 'query mix, warm p95, beside MiniSearch', 1 / 20, against(run, 'MiniSearch', warm, 0.95)),
    ratioFigure(5, 'first pass, cold chunks, p95, beside FTS5', 1 / 4, against(run, 'SQLite FTS5', first, 0.95)),
    ratioFigure(6, 'one- and two-letter prefix with exact count, p50, beside the mix', 3, short),
    ratioFigure(
      7,
      'phrase, p50, beside FTS5',
      1,
      against(run, 'SQLite FTS5', ({ phrases }) => phrases, 0.5),
    ),
  ];
}

function facetRows(run: Run): readonly Figure[] {
  const counted: Taken = ({ queryFacets }) => queryFacets;
  const all: Taken = ({ allFacets }) => allFacets;
  return [
    ratioFigure(
      8,
      'query + all facet counts, p95, beside FTS5 + topic facet',
      1 / 10,
      against(run, 'SQLite FTS5', counted, 0.95),
    ),
    freeFigure(
      'beside: 50 rows with passages and facets, p95, beside FTS5 with `snippet` and topic facet',
      against(run, 'SQLite FTS5', ({ wholeAnswers }) => wholeAnswers, 0.95),
    ),
    ratioFigure(9, 'all facet counts, no filter, beside two GROUP BY', 1 / 40, against(run, 'SQLite FTS5', all, 0.5)),
  ];
}

function storedRows(run: Run): readonly Figure[] {
  const ours = engineOf(run, 'Offprint');
  const mini = engineOf(run, 'MiniSearch');
  const saves = {
    ours: median((ours?.saves ?? []).map(({ save }) => save)),
    theirs: median((ours?.saves ?? []).map(({ rawPut }) => rawPut ?? Number.NaN)),
    show: asMilliseconds,
  };
  const bytes = ours?.bytes ?? engineOf(run, 'index alone')?.bytes ?? {};
  const all = Object.values(bytes).reduce((sum, part) => sum + part, 0);
  const share = (part: number) => (all === 0 ? Number.NaN : part / run.textBytes);
  const asShare = (value: number) => value.toFixed(3);
  const heap = (engine: EngineMeasurements | null) => engine?.heapBytes ?? Number.NaN;
  const megabytes = (value: number) => `${(value / 1e6).toFixed(1)} MB`;
  const built = (engine: EngineMeasurements | null) => engine?.build?.indexMs ?? Number.NaN;
  return [
    ratioFigure(10, 'save one, strict, findable, beside a raw two-store put', 1.5, saves),
    plainFigure(11, 'index ÷ text, without positions', share(all - (bytes['positions'] ?? 0)), { most: 0.15 }, asShare),
    plainFigure(11, 'index ÷ text, with positions', share(all), { most: 0.4 }, asShare),
    plainFigure(12, 'heap after open, bytes an article', heap(ours) / run.articles, { most: 100 }, (value) =>
      value.toFixed(0),
    ),
    ratioFigure(12, 'heap after open beside MiniSearch', 1 / 80, {
      ours: heap(ours),
      theirs: heap(mini),
      show: megabytes,
    }),
    ratioFigure(13, 'bulk index build beside MiniSearch build + save', 1 / 6, {
      ours: built(ours),
      theirs: built(mini),
      show: asMilliseconds,
    }),
  ];
}

function qualityRows(run: Run): readonly Figure[] {
  const [ours, fts] = [engineOf(run, 'Offprint'), engineOf(run, 'SQLite FTS5')];
  const shared = run.mix.flatMap((query, index) => {
    const [one, other] = [ours?.topTens[index], fts?.topTens[index]];
    return isWordQuery(query) && one !== undefined && other !== undefined ? [overlap(one, other, 10)] : [];
  });
  const mean = shared.reduce((sum, share) => sum + share, 0) / shared.length;
  const middle = (name: 'index alone' | 'index in steady state') =>
    median(engineOf(run, name)?.warmPasses.flat() ?? NONE);
  return [
    plainFigure(
      14,
      'top-10 overlap with FTS5 bm25, word queries',
      mean,
      { least: 0.97 },
      (value) => `${(value * 100).toFixed(1)} %`,
    ),
    ratioFigure(15, 'p50 in steady state beside one merged segment', 2, {
      ours: middle('index in steady state'),
      theirs: middle('index alone'),
      show: asMilliseconds,
    }),
  ];
}

/** How a ratio in Firefox compares with the one in Chromium, for each figure of rows 2 to 9. */
export function rowsBetween(chromium: readonly Figure[], firefox: readonly Figure[]): readonly Figure[] {
  return chromium
    .filter(({ row }) => row >= 2 && row <= 9)
    .map((figure) => {
      const other = firefox.find(({ what }) => what === figure.what)?.value ?? Number.NaN;
      return ratioFigure(17, `Firefox ÷ Chromium: ${figure.what}`, 1.5, {
        ours: other,
        theirs: figure.value,
        show: asRatio,
      });
    });
}
