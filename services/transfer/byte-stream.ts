import { joinBytes } from '../../core/join-bytes.ts';

/** Written pieces are gathered to about this many bytes: each piece of a stream has a cost of its own. */
const PIECE = 1 << 18;

/** The bytes of `pieces` as a stream of large pieces, made as they are asked for. */
export function streamOf(pieces: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const large = inLargePieces(pieces);
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await large.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await large.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

/** The bytes of `pieces`, gathered; each piece is the taker's own. */
export async function* inLargePieces(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < PIECE) continue;
    yield joinBytes(waiting, length);
    waiting = [];
    length = 0;
  }
  if (length > 0) yield joinBytes(waiting, length);
}
