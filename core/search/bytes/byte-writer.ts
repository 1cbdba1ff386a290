/**
 * Numbers as bytes. Small numbers are by far the most common ones in an index (gaps, counts, lengths), so the code of a
 * number has 1, 2, 3 or 5 bytes, and its first byte tells which, as in SQLite4's variable-length integers
 * (sqlite.org/src4/doc/trunk/www/varint.wiki); the limits are those that fit word positions in articles best.
 *
 *     0 … 239      the number itself
 *     240 … 251    240 + (first − 240) · 256 + second byte                      up to 3 311
 *     252 … 254    3 312 + (first − 252) · 65 536 + two bytes, high first       up to 199 919
 *     255          four bytes, high first                                       up to 2³² − 1
 */
export const ONE_BYTE = 240;
export const TWO_BYTES = 252;
export const FROM_THREE = ONE_BYTE + (TWO_BYTES - ONE_BYTE) * 256;
const FROM_FIVE = FROM_THREE + (255 - TWO_BYTES) * 65_536;
const HIGH = 4_294_967_296;

/** A buffer that grows while bytes are appended to it. */
export class ByteWriter {
  /** Only the first `length` bytes count; replaced when the buffer grows. */
  bytes: Uint8Array;
  length = 0;

  constructor(capacity = 256) {
    this.bytes = new Uint8Array(capacity);
  }

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.reserve(1);
    this.bytes[this.length++] = value;
  }

  /** Appends the code of a whole number from 0 to 2³² − 1. */
  code(value: number): void {
    if (this.length + 5 > this.bytes.length) this.reserve(5);
    const bytes = this.bytes;
    if (value < ONE_BYTE) {
      bytes[this.length++] = value;
    } else if (value < FROM_THREE) {
      const rest = value - ONE_BYTE;
      bytes[this.length++] = ONE_BYTE + (rest >>> 8);
      bytes[this.length++] = rest;
    } else if (value < FROM_FIVE) {
      const rest = value - FROM_THREE;
      bytes[this.length++] = TWO_BYTES + (rest >>> 16);
      bytes[this.length++] = rest >>> 8;
      bytes[this.length++] = rest;
    } else {
      bytes[this.length++] = 255;
      for (let shift = 24; shift >= 0; shift -= 8) bytes[this.length++] = value >>> shift;
    }
  }

  /** Appends a whole number from 0 to 2⁵³ − 1 as two codes. */
  wideCode(value: number): void {
    this.code(Math.floor(value / HIGH));
    this.code(value % HIGH);
  }

  append(source: Uint8Array, from = 0, to = source.length): void {
    this.reserve(to - from);
    if (to - from < 32) {
      for (let at = from; at < to; at += 1) this.bytes[this.length++] = source[at] as number;
      return;
    }
    this.bytes.set(source.subarray(from, to), this.length);
    this.length += to - from;
  }

  /** What was written, as its own array; the writer is empty afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes.slice(0, this.length) as Uint8Array<ArrayBuffer>;
    this.length = 0;
    return taken;
  }
}
