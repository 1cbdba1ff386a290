import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 of `text` as UTF-8, lower-case hex. */
export async function sha256(text: string): Promise<string> {
  return sha256OfBytes(new TextEncoder().encode(text));
}

/** SHA-256 of `bytes`, lower-case hex. */
export async function sha256OfBytes(bytes: Uint8Array): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}
