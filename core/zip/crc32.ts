/** CRC-32 as zip files have it (ISO 3309, polynomial 0xEDB88320), by table. */

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let state = byte;
  for (let bit = 0; bit < 8; bit += 1) state = state & 1 ? (state >>> 1) ^ 0xedb88320 : state >>> 1;
  return state;
});

/** The CRC-32 of `bytes`, or of what had the CRC-32 `before` and then `bytes`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let state = ~before;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (state >>> 8) ^ (TABLE[(state ^ (bytes[at] as number)) & 255] as number);
  }
  return ~state >>> 0;
}
