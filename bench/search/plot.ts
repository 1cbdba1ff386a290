/** A line of a plot: a name and its points. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = { left: 70, right: 190, top: 40, bottom: 50 };
const COLOURS = ['#0b6e99', '#b5532a', '#3f7d20', '#7a3e9d', '#8a6d00', '#c2185b', '#455a64'];

/** Curves on two logarithmic axes as an SVG document: a straight line is a power law, and its slope the power. */
export function plot(title: string, unit: string, curves: readonly Curve[]): string {
  const drawn = curves
    .map(({ name, points }) => ({ name, points: points.filter(({ x, y }) => x > 0 && y > 0) }))
    .filter(({ points }) => points.length > 0);
  const all = drawn.flatMap(({ points }) => points);
  const across = axis(
    all.map(({ x }) => x),
    MARGIN.left,
    WIDTH - MARGIN.right,
  );
  const up = axis(
    all.map(({ y }) => y),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${MARGIN.left}" y="22" font-size="15">${escaped(title)}</text>`,
    ...across.ticks.map(
      (tick) =>
        `<path d="M${across.at(tick)} ${MARGIN.top}V${HEIGHT - MARGIN.bottom}" stroke="#ddd"/>` +
        `<text x="${across.at(tick)}" y="${HEIGHT - 30}" text-anchor="middle">${tick.toLocaleString('en')}</text>`,
    ),
    ...up.ticks.map(
      (tick) =>
        `<path d="M${MARGIN.left} ${up.at(tick)}H${WIDTH - MARGIN.right}" stroke="#ddd"/>` +
        `<text x="${MARGIN.left - 8}" y="${up.at(tick) + 4}" text-anchor="end">${tick.toLocaleString('en')} ${unit}</text>`,
    ),
    `<text x="${(MARGIN.left + WIDTH - MARGIN.right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">articles</text>`,
    ...drawn.map(({ name, points }, index) => {
      const colour = COLOURS[index % COLOURS.length];
      const places = points.map(({ x, y }) => `${across.at(x).toFixed(1)},${up.at(y).toFixed(1)}`);
      const y = MARGIN.top + 12 + index * 18;
      return (
        `<polyline points="${places.join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>` +
        places
          .map((place) => `<circle cx="${place.split(',')[0]}" cy="${place.split(',')[1]}" r="3" fill="${colour}"/>`)
          .join('') +
        `<text x="${WIDTH - MARGIN.right + 12}" y="${y}" fill="${colour}">${escaped(name)}</text>`
      );
    }),
    '</svg>',
  ].join('\n');
}

interface Axis {
  readonly ticks: readonly number[];
  at(this: void, value: number): number;
}

/** Whole powers of ten around the values, spread from pixel `start` to pixel `end`. */
function axis(values: readonly number[], start: number, end: number): Axis {
  const low = Math.floor(Math.log10(Math.min(...values, 1e9)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values, 1e-9)) - 1e-9));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, index) => Number(`1e${low + index}`)),
    at: (value) => start + ((Math.log10(value) - low) / (high - low)) * (end - start),
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
