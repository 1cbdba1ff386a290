import { FROM_THREE, ONE_BYTE, TWO_BYTES } from './byte-writer.ts';

/** Reads what a `ByteWriter` wrote, as much as was written: its callers read only what a checksum vouched for. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] as number;
  }

  code(): number {
    const value = codeAt(this.bytes, this.at);
    this.at += codeLength(this.bytes[this.at] as number);
    return value;
  }

  wideCode(): number {
    return this.code() * 4_294_967_296 + this.code();
  }

  /** A view of the next `length` bytes. */
  take(length: number): Uint8Array {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/** The number whose code begins at `at`. Small functions without state, for the loops that read most of an index. */
export function codeAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < ONE_BYTE) return first;
  if (first < TWO_BYTES) return ONE_BYTE + ((first - ONE_BYTE) << 8) + (bytes[at + 1] as number);
  return longCodeAt(bytes, at);
}

function longCodeAt(bytes: Uint8Array, at: number): number {
  const high = bytes[at] as number;
  const pair = ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
  if (high < 255) return FROM_THREE + ((high - TWO_BYTES) << 16) + pair;
  return ((pair << 16) | ((bytes[at + 3] as number) << 8) | (bytes[at + 4] as number)) >>> 0;
}

/** How many bytes the code has that begins with byte `first`. */
export function codeLength(first: number): number {
  return first < ONE_BYTE ? 1 : first < TWO_BYTES ? 2 : first < 255 ? 3 : 5;
}
