import type { Kept } from '../../core/library/merge-holdings.ts';
import type { ImportPiece } from './import-source.ts';

/** Each piece is one write, and a strict write waits for the disk: with so many articles the wait is little of it. */
const ARTICLES = 128;
/** Large articles come fewer at a time, so that memory stays bounded. */
const BYTES = 4_000_000;

/** The same in pieces of about `ARTICLES` articles. */
export async function* inLargerPieces(pieces: AsyncIterable<ImportPiece>): AsyncGenerator<ImportPiece> {
  let gathered: ImportPiece | null = null;
  let bytes = 0;
  for await (const piece of pieces) {
    gathered = gathered === null ? piece : joined(gathered, piece);
    bytes += piece.kept.reduce((sum, kept) => sum + sizeOf(kept), 0);
    if (gathered.kept.length < ARTICLES && bytes < BYTES) continue;
    yield gathered;
    gathered = null;
    bytes = 0;
  }
  if (gathered !== null) yield gathered;
}

function joined(one: ImportPiece, next: ImportPiece): ImportPiece {
  return { ...next, kept: [...one.kept, ...next.kept], refusals: [...one.refusals, ...next.refusals] };
}

/** About how many bytes it takes: its texts and its originals. */
function sizeOf({ body, originals, revisions }: Kept): number {
  const texts = [body.articleBody, ...revisions.map(({ content }) => content.articleBody ?? '')];
  const bytes = originals.reduce((sum, original) => sum + original.bytes.length, 0);
  return bytes + texts.reduce((sum, text) => sum + text.length, 0);
}
