/**
 * The checksum of stored bytes: MurmurHash3, x86 32-bit variant (Austin Appleby, public domain). Each step maps states
 * one to one, so damage within one aligned group of four bytes is always noticed, and any other with 1 − 2⁻³².
 */
export function checksum(bytes: Uint8Array, length: number, seed: number): number {
  let state = seed | 0;
  const whole = length & ~3;
  for (let at = 0; at < whole; at += 4) {
    state ^= mix(
      (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24),
    );
    state = (Math.imul((state << 13) | (state >>> 19), 5) + 0xe6546b64) | 0;
  }
  let tail = 0;
  for (let at = length - 1; at >= whole; at -= 1) tail = (tail << 8) | (bytes[at] as number);
  return finish(state ^ mix(tail) ^ length);
}

function mix(word: number): number {
  const spread = Math.imul(word, 0xcc9e2d51);
  return Math.imul((spread << 15) | (spread >>> 17), 0x1b873593);
}

function finish(state: number): number {
  const high = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  const low = Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (low ^ (low >>> 16)) >>> 0;
}

/** Bytes that `sealBytes` adds. */
export const SEAL_LENGTH = 4;

/** `payload` with its checksum behind it, low byte first. The same payload under another `seed` has another seal. */
export function sealBytes(payload: Uint8Array, seed: number): Uint8Array<ArrayBuffer> {
  const sealed = new Uint8Array(payload.length + SEAL_LENGTH);
  sealed.set(payload);
  new DataView(sealed.buffer).setUint32(payload.length, checksum(payload, payload.length, seed), true);
  return sealed;
}

/** The payload of sealed bytes as a view, or null when they are not what was sealed. */
export function openSealed(sealed: Uint8Array, seed: number): Uint8Array | null {
  const length = sealed.length - SEAL_LENGTH;
  if (length < 0) return null;
  const stored = new DataView(sealed.buffer, sealed.byteOffset, sealed.length).getUint32(length, true);
  return stored === checksum(sealed, length, seed) ? sealed.subarray(0, length) : null;
}
