import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../core/formats/formats.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../core/transfer/export-request.ts';
import { aHolding, contextOf } from '../../support/export-holdings.ts';

const OTHERS = EXPORT_FORMATS.filter((format) => format !== 'archive');
const MANY = 100_000;

/** A library far too large to gather in a moment, which counts how far it was read. */
function endlessLibrary() {
  const library = { read: 0, holdings };
  async function* holdings() {
    for (let number = 1; number <= MANY; number += 1) {
      library.read = number;
      yield aHolding({ slug: `tiny-${number}`, headline: `Tiny ${number}` }, 'x');
    }
  }
  return library;
}

/** How many articles were read when the first three pieces about one had come. */
async function readWhenThirdCame(format: Exclude<ExportFormat, 'archive'>): Promise<number> {
  const library = endlessLibrary();
  const chosen = formatOf(format);
  const pieces = chosen.write(library.holdings(), contextOf([], { total: MANY, linkNames: true }));
  let found = 0;
  for await (const piece of pieces) {
    if (/tiny-\d/.test(textOfPiece(piece))) found += 1;
    if (found === 3) return library.read;
  }
  throw new Error('the library came to its end');
}

function textOfPiece(piece: unknown): string {
  if (typeof piece === 'string') return piece;
  return JSON.stringify(piece);
}

describe('formats', () => {
  it.each(OTHERS)('%s is written while the articles are read, none gathered', async (format) => {
    expect(await readWhenThirdCame(format)).toBe(3);
  });

  it('have each its own kind of file', () => {
    const names = OTHERS.map((format) => `${formatOf(format).extension} ${formatOf(format).mediaType}`);
    expect(names).toEqual([
      'zip application/zip',
      'jsonl application/jsonl',
      'jsonld application/ld+json',
      'csv text/csv',
      'html text/html',
      'epub application/epub+zip',
      'bib application/x-bibtex',
      'ris application/x-research-info-systems',
      'json application/vnd.citationstyles.csl+json',
    ]);
  });
});
