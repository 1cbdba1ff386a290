import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { FileSeal } from '../../core/archive/manifest.ts';
import { type PackedFile, PiecewiseFile } from '../../core/zip/zip-writer.ts';
import type { Spool } from './archive-source.ts';

/** Lines are deflated this many characters at a time: calls cost more than letters. */
const PIECE = 1 << 16;

/**
 * A list of an archive that grows while articles are written: what it becomes waits deflated in a spool until the
 * list's turn in the zip. Hashed as it grows, which Web Crypto cannot.
 */
export class ListWriter {
  readonly #spool: Spool;
  readonly #file: PiecewiseFile;
  readonly #hash = sha256.create();
  readonly #encoder = new TextEncoder();
  #waiting = '';
  #bytes = 0;
  #lines = 0;

  constructor(spool: Spool) {
    this.#spool = spool;
    this.#file = new PiecewiseFile((bytes) => spool.write(bytes));
  }

  /** How many lines were added. */
  get lines(): number {
    return this.#lines;
  }

  /** Adds `value` as a line of JSON. */
  add(value: unknown): void {
    this.#waiting += `${JSON.stringify(value)}\n`;
    this.#lines += 1;
    if (this.#waiting.length >= PIECE) this.#push();
  }

  /** Ends the list; it as the file `name` of a zip, and its seal. */
  end(name: string): { readonly file: PackedFile; readonly seal: FileSeal } {
    this.#push();
    const entry = this.#file.end(name);
    const seal = { bytes: this.#bytes, sha256: bytesToHex(this.#hash.digest()) };
    return { file: { entry, data: this.#spool.read() }, seal };
  }

  #push(): void {
    if (this.#waiting === '') return;
    const bytes = this.#encoder.encode(this.#waiting);
    this.#waiting = '';
    this.#bytes += bytes.length;
    this.#hash.update(bytes);
    this.#file.push(bytes);
  }
}

/** A spool in memory. */
export function memorySpool(): Spool {
  const pieces: Uint8Array[] = [];
  return {
    write: (bytes) => void pieces.push(bytes),
    async *read() {
      yield* pieces;
    },
  };
}
