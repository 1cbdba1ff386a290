import { FROM_THREE, ONE_BYTE, TWO_BYTES } from './byte-writer.ts';

/** Reads what a `ByteWriter` wrote. Past the end it reads zeros: its callers read only what a checksum vouched for. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte(): number {
    return this.bytes[this.at++] ?? 0;
  }

  code(): number {
    const first = this.byte();
    if (first < ONE_BYTE) return first;
    if (first < TWO_BYTES) return ONE_BYTE + ((first - ONE_BYTE) << 8) + this.byte();
    if (first < 255) return FROM_THREE + ((first - TWO_BYTES) << 16) + (this.byte() << 8) + this.byte();
    return ((this.byte() << 24) | (this.byte() << 16) | (this.byte() << 8) | this.byte()) >>> 0;
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
