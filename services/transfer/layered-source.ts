import type { Kept } from '../../core/library/merge-holdings.ts';
import type { ImportPiece, ImportSource } from './import-source.ts';

/** Articles handed over at once. */
const BATCH = 32;

/**
 * A backup of two files as one source: the full copy with what changed since in the place of what it had, in the order
 * the library had them. Read as two imports, marks and notes of the full copy would be united with the newer ones, and
 * what was taken back would come back.
 */
export function layeredSource(changes: ImportSource, full: ImportSource): ImportSource {
  return {
    kind: changes.kind,
    async *pieces() {
      const replaced = await replacedBy(changes);
      const layers = [new Layer(changes.pieces()), new Layer(full.pieces(), replaced)] as const;
      for (let kept: Kept[] = [], isOver = false; !isOver; kept = []) {
        while (kept.length < BATCH && !isOver) {
          const [newer, older] = await Promise.all(layers.map((layer) => layer.peek()));
          const next = newer !== undefined && (older === undefined || isBefore(newer, older)) ? layers[0] : layers[1];
          const one = await next.take();
          if (one === undefined) isOver = true;
          else kept.push(one);
        }
        yield pieceOf(kept, layers);
      }
    },
    extras: () => changes.extras(),
  };
}

/** The slugs that mean nothing any more in a full copy: what changed or was removed since, and names that were given up. */
async function replacedBy(changes: ImportSource): Promise<ReadonlySet<string>> {
  const { redirects } = await changes.extras();
  const replaced = new Set(redirects.map(({ from }) => from));
  for await (const { kept } of changes.pieces()) for (const { article } of kept) replaced.add(article.slug);
  return replaced;
}

/** The order of an archive: articles of the library, then those of the bin, the newest save first. */
function isBefore(one: Kept, other: Kept): boolean {
  const [isBinned, isOtherBinned] = [one.removedAt !== null, other.removedAt !== null];
  return isBinned === isOtherBinned ? one.article.order > other.article.order : isOtherBinned;
}

function pieceOf(kept: readonly Kept[], [changes, full]: readonly [Layer, Layer]): ImportPiece {
  return {
    kept,
    refusals: [...changes.takeRefusals(), ...full.takeRefusals()],
    done: changes.done + full.done,
    total: changes.total + full.total,
  };
}

/** The articles of one source one by one, without those in `left`. */
class Layer {
  readonly #pieces: AsyncIterator<ImportPiece>;
  readonly #left: ReadonlySet<string>;
  #waiting: Kept[] = [];
  #refusals: ImportPiece['refusals'][number][] = [];
  done = 0;
  total = 0;

  constructor(pieces: AsyncIterable<ImportPiece>, left: ReadonlySet<string> = new Set()) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#left = left;
  }

  /** The next article, which stays the next; undefined at the end. */
  async peek(): Promise<Kept | undefined> {
    while (this.#waiting.length === 0) {
      const next = await this.#pieces.next();
      if (next.done) return undefined;
      const { kept, refusals, done, total } = next.value;
      this.#waiting = kept.filter(({ article }) => !this.#left.has(article.slug));
      this.#refusals.push(...refusals);
      Object.assign(this, { done, total });
    }
    return this.#waiting[0];
  }

  /** The next article, which is done with; undefined at the end. */
  async take(): Promise<Kept | undefined> {
    await this.peek();
    return this.#waiting.shift();
  }

  takeRefusals(): ImportPiece['refusals'] {
    return this.#refusals.splice(0);
  }
}
