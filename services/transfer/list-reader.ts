import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { ListName, Manifest } from '../../core/archive/manifest.ts';
import { joinBytes } from '../../core/join-bytes.ts';
import type { ImportRefusal, RefusalReason } from '../../core/transfer/import-report.ts';
import { ZipDamage, type ZipReader } from './zip-reader.ts';

/** A line may be this long, in bytes: an article with the longest body there is fits. */
const LONGEST_LINE = 1 << 24;
const LINE_FEED = 10;

/** A line of a list, parsed as JSON and no more. */
export interface Line {
  /** `articles.jsonl, line 12`. */
  readonly where: string;
  readonly value: unknown;
  /** How long it is. */
  readonly bytes: number;
}

/**
 * The lines of a list as they are read, and refusals in between; after the last one it says if the list is not the one
 * that the manifest seals. Memory holds a line, never the list.
 */
export async function* readLines(
  zip: ZipReader,
  name: ListName,
  manifest: Manifest,
): AsyncGenerator<Line | ImportRefusal> {
  const hash = sha256.create();
  const splitter = new LineSplitter(name);
  let bytes = 0;
  try {
    for await (const piece of zip.pieces(name)) {
      hash.update(piece);
      bytes += piece.length;
      yield* splitter.push(piece);
    }
  } catch (thrown) {
    if (!(thrown instanceof ZipDamage)) throw thrown;
    yield { where: name, reason: thrown.reason };
    return;
  }
  yield* splitter.end();
  const seal = manifest.files[name];
  if (seal.bytes !== bytes) yield { where: name, reason: 'wrong-size' };
  else if (seal.sha256 !== bytesToHex(hash.digest())) yield { where: name, reason: 'wrong-hash' };
}

/** Whether an item is a refusal. */
export function isRefusal<T extends object>(item: T | ImportRefusal): item is ImportRefusal {
  return 'reason' in item;
}

/** Cuts pieces of bytes into lines of JSON. */
class LineSplitter {
  readonly #name: string;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  #begun: Uint8Array[] = [];
  #length = 0;
  #line = 0;

  constructor(name: string) {
    this.#name = name;
  }

  *push(piece: Uint8Array): Generator<Line | ImportRefusal> {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, from)) {
      this.#keep(piece.subarray(from, end));
      yield* this.#cut();
      from = end + 1;
    }
    this.#keep(piece.subarray(from));
  }

  *end(): Generator<Line | ImportRefusal> {
    if (this.#length > 0) yield* this.#cut();
  }

  /** Of a line that is too long only the length is kept. */
  #keep(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (this.#length > LONGEST_LINE) this.#begun = [];
    else if (bytes.length > 0) this.#begun.push(bytes);
  }

  *#cut(): Generator<Line | ImportRefusal> {
    const [first] = this.#begun;
    const whole = this.#begun.length === 1 && first !== undefined ? first : null;
    const length = this.#length;
    const bytes = length > LONGEST_LINE ? null : (whole ?? joinBytes(this.#begun, length));
    this.#begun = [];
    this.#length = 0;
    this.#line += 1;
    const where = `${this.#name}, line ${this.#line}`;
    if (bytes === null) yield { where, reason: 'too-large' };
    else if (bytes.length > 0) yield this.#parse(bytes, where);
  }

  #parse(bytes: Uint8Array, where: string): Line | ImportRefusal {
    const value = parseJson(bytes, this.#decoder);
    return value === undefined ? refusal(where, 'not-json') : { where, value, bytes: bytes.length };
  }
}

/** The value that `bytes` are as JSON in UTF-8; undefined when they are none. */
export function parseJson(bytes: Uint8Array, decoder = new TextDecoder('utf-8', { fatal: true })): unknown {
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function refusal(where: string, reason: RefusalReason): ImportRefusal {
  return { where, reason };
}
