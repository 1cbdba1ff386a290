/** UTF-8 by hand, for terms: they are short, and byte order is code point order, so terms sort as bytes. */

/** The bytes of well-formed `text`. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const letter of text) pushUtf8(letter.codePointAt(0) ?? 0, bytes);
  return Uint8Array.from(bytes);
}

function pushUtf8(code: number, bytes: number[]): void {
  if (code < 0x80) bytes.push(code);
  else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
  else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
}

/** The text of well-formed UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] as number;
    const length = utf8Length(first);
    let code = length === 1 ? first : first & (0x7f >> length);
    for (let next = at + 1; next < at + length; next += 1) code = (code << 6) | ((bytes[next] as number) & 63);
    text += String.fromCodePoint(code);
    at += length;
  }
  return text;
}

/** How many bytes the letter has that begins with byte `first`. */
export function utf8Length(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** Where the first `letters` letters of `bytes` end. */
export function letterEnd(bytes: Uint8Array, letters: number): number {
  let at = 0;
  for (let count = 0; count < letters && at < bytes.length; count += 1) at += utf8Length(bytes[at] as number);
  return at;
}

/** Below, at or above 0 as `one` sorts before, with or after `other`. */
export function compareBytes(one: Uint8Array, other: Uint8Array): number {
  const shared = sharedLength(one, other);
  const isPrefix = shared === one.length || shared === other.length;
  return isPrefix ? one.length - other.length : (one[shared] as number) - (other[shared] as number);
}

/** How many bytes both begin with. */
export function sharedLength(one: Uint8Array, other: Uint8Array): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one[at] === other[at]) at += 1;
  return at;
}

export function startsWith(bytes: Uint8Array, prefix: Uint8Array): boolean {
  return sharedLength(bytes, prefix) === prefix.length;
}
