import { joinBytes } from '../join-bytes.ts';

/**
 * Takes JSON Lines, a JSON array, or an envelope whose `data` is an array apart into the bytes of single records, as they come,
 * so that a file of any size is read with one record in memory. Only the structure is looked at: quotes, brackets and line
 * ends, which are single bytes in UTF-8. Whether a record is JSON, its parser says.
 *
 * A broken line must not take the following ones with it: a string ends with its line, as it must in JSON, and outside an
 * array a `{` at the start of a line begins a record whatever came before.
 */

/** The bytes of one record, exactly as they stand in the file; null when there are more of them than allowed. */
export interface RawRecord {
  /** As in `ImportRefusal`. */
  readonly where: string;
  readonly bytes: Uint8Array | null;
}

export interface RecordSplitter {
  /** The records that end in this chunk. */
  push(chunk: Uint8Array): readonly RawRecord[];
  /** What is left at the end of the file: a record without a line end, or the beginning of one that was cut. */
  end(): readonly RawRecord[];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const DATA = [0x64, 0x61, 0x74, 0x61];
const NO_KEY = -1;

/** Splits what it is pushed into records of at most `longest` bytes. */
export function createRecordSplitter(longest: number): RecordSplitter {
  return new Splitter(longest);
}

class Splitter implements RecordSplitter {
  readonly #longest: number;
  #records: RawRecord[] = [];
  #chunk: Uint8Array = new Uint8Array();
  #read = 0;
  #line = 1;
  #count = 0;

  /** How many brackets are open, and how many of them hold the records; null after an envelope's records. */
  #depth = 0;
  #recordDepth: number | null = 0;
  #inString = false;
  #isEscaped = false;
  #atLineStart = true;

  /** The record being read: where it began in this chunk, what of it lay in earlier ones. Null: none. */
  #start: number | null = null;
  #parts: Uint8Array[] = [];
  #size = 0;
  #where = '';

  /** How much of the key `data` was just read in an object that may be an envelope; `DATA.length + 1`: all of it, and a colon. */
  #key = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  push(chunk: Uint8Array): readonly RawRecord[] {
    this.#chunk = chunk;
    if (this.#start !== null) this.#start = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (this.#inString && this.#key === NO_KEY && !this.#isEscaped) at = endOfText(chunk, at);
      if (at === chunk.length) break;
      const byte = chunk[at] ?? 0;
      if (this.#inString) this.#readInString(byte);
      else this.#readOutside(byte, at);
      this.#atLineStart = byte === NEWLINE;
      if (byte === NEWLINE) this.#line += 1;
    }
    if (this.#start !== null) this.#keep(this.#start, chunk.length);
    this.#read += chunk.length;
    return this.#take();
  }

  end(): readonly RawRecord[] {
    this.#chunk = new Uint8Array();
    if (this.#start !== null) {
      this.#start = 0;
      this.#finish(0);
    }
    return this.#take();
  }

  #take(): readonly RawRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  #readInString(byte: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE || byte === NEWLINE) this.#inString = false;
    if (this.#inString) this.#key = byte === DATA[this.#key] ? this.#key + 1 : NO_KEY;
  }

  #readOutside(byte: number, at: number): void {
    if (byte === OPEN_BRACE && this.#atLineStart && this.#recordDepth === 0 && this.#depth > 0) {
      this.#finish(at);
      this.#depth = 0;
    }
    switch (byte) {
      case QUOTE:
        this.#beginUnlessBegun(at);
        this.#inString = true;
        this.#isEscaped = false;
        this.#key = 0;
        return;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.#open(byte, at);
        return;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        this.#close(at);
        return;
      case COMMA:
      case NEWLINE:
        // Only bare values end here: an object or a list ends with its bracket.
        if (this.#depth === this.#recordDepth && (byte === COMMA || this.#depth === 0)) this.#finish(at);
        return;
      case COLON:
        if (this.#key === DATA.length) this.#key += 1;
        return;
      default:
        if (isSpace(byte) || (this.#read + at < BYTE_ORDER_MARK.length && byte === BYTE_ORDER_MARK[this.#read + at]))
          return;
        this.#key = 0;
        this.#beginUnlessBegun(at);
    }
  }

  #open(byte: number, at: number): void {
    if (byte === OPEN_BRACKET && this.#start === null && this.#depth === 0) {
      this.#recordDepth = 1;
    } else if (byte === OPEN_BRACKET && this.#isEnvelope()) {
      this.#drop();
      this.#count -= 1;
      this.#recordDepth = 2;
    } else {
      this.#beginUnlessBegun(at);
    }
    this.#key = 0;
    this.#depth += 1;
  }

  /** Whether this list is the value of `data` in an object that is no part of another. */
  #isEnvelope(): boolean {
    return this.#recordDepth === 0 && this.#depth === 1 && this.#key === DATA.length + 1;
  }

  #close(at: number): void {
    if (this.#depth === 0) {
      this.#beginUnlessBegun(at);
      return;
    }
    if (this.#depth === this.#recordDepth) {
      this.#finish(at);
      this.#recordDepth = null;
    }
    this.#depth -= 1;
    if (this.#depth === this.#recordDepth) this.#finish(at + 1);
    if (this.#depth === 0) this.#recordDepth = 0;
  }

  #beginUnlessBegun(at: number): void {
    if (this.#start !== null || this.#depth !== this.#recordDepth) return;
    this.#start = at;
    this.#count += 1;
    this.#where = this.#depth === 0 ? `line ${this.#line}` : `#${this.#count}`;
  }

  /** Ends the record before the byte at `end`, if one is being read. */
  #finish(end: number): void {
    if (this.#start === null) return;
    this.#keep(this.#start, end);
    this.#records.push({
      where: this.#where,
      bytes: this.#size > this.#longest ? null : joinBytes(this.#parts, this.#size),
    });
    this.#drop();
  }

  #keep(start: number, end: number): void {
    this.#size += end - start;
    if (this.#size > this.#longest) this.#parts = [];
    else this.#parts.push(this.#chunk.slice(start, end));
  }

  #drop(): void {
    this.#start = null;
    this.#parts = [];
    this.#size = 0;
  }
}

/** Where, from `at` on, a byte stands that means something in a string; most bytes of a file are passed over here. */
function endOfText(chunk: Uint8Array, at: number): number {
  let end = at;
  for (; end < chunk.length; end += 1) {
    const byte = chunk[end];
    if (byte === QUOTE || byte === BACKSLASH || byte === NEWLINE) break;
  }
  return end;
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0d;
}
