import type { Holding, OriginalRecord } from '../../core/library/records.ts';

/**
 * A holding as text that fits into JSON: gzip, whose checksum tells a damaged one, in base64. Inside, a header of JSON
 * with its length before it, and the bytes of the originals as they are: in JSON they would be escaped twice, and
 * the compressor would no longer see that they say what the body says.
 */

const LENGTH_BYTES = 4;

/** Letters that `String.fromCharCode` takes at a time. */
const CHUNK = 8_192;

/** Packs a holding. */
export async function packHolding({ originals, ...rest }: Holding): Promise<string> {
  const described = originals.map(({ bytes, ...original }) => ({ ...original, length: bytes.byteLength }));
  const header = new TextEncoder().encode(JSON.stringify({ ...rest, originals: described }));
  const length = new Uint8Array(LENGTH_BYTES);
  new DataView(length.buffer).setUint32(0, header.byteLength);
  const parts = [length, header, ...originals.map(({ bytes }) => bytes as Uint8Array<ArrayBuffer>)];
  return toBase64(await transformed(parts, new CompressionStream('gzip')));
}

/** The holding that was packed for `slug`; null when `packed` is damaged or another's. */
export async function unpackHolding(packed: string, slug: string): Promise<Holding | null> {
  try {
    const bytes = await transformed([fromBase64(packed)], new DecompressionStream('gzip'));
    const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const header: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, end)));
    return isHeader(header, slug) ? { ...header, originals: originalsOf(header.originals, bytes, end) } : null;
  } catch {
    return null;
  }
}

type DescribedOriginal = Omit<OriginalRecord, 'bytes'> & { readonly length: number };
type Header = Omit<Holding, 'originals'> & { readonly originals: readonly DescribedOriginal[] };

function originalsOf(described: readonly DescribedOriginal[], bytes: Uint8Array, start: number): OriginalRecord[] {
  let from = start;
  return described.map(({ length, ...original }) => {
    const own = bytes.slice(from, from + length);
    from += length;
    return { ...original, bytes: own };
  });
}

/** Whether this is a header as `packHolding` writes it: the checksum says nothing of who wrote it. */
function isHeader(value: unknown, slug: string): value is Header {
  if (!isObject(value)) return false;
  const { article, body, originals, revisions } = value;
  return (
    isObject(article) &&
    article['slug'] === slug &&
    typeof article['order'] === 'number' &&
    isObject(article['own']) &&
    isObject(body) &&
    body['slug'] === slug &&
    typeof body['articleBody'] === 'string' &&
    areOf(originals, slug) &&
    areOf(revisions, slug)
  );
}

function areOf(parts: unknown, slug: string): boolean {
  return Array.isArray(parts) && parts.every((part) => isObject(part) && part['slug'] === slug);
}

/** Whether `value` has named values. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What `transform` makes of the bytes of `parts`. They are written to it as they are: a blob of them would be kept by another process. */
async function transformed(
  parts: readonly Uint8Array<ArrayBuffer>[],
  transform: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = transform.writable.getWriter();
  const writing = Promise.all([...parts.map((part) => writer.write(part)), writer.close()]);
  writing.catch(() => {}); // What is wrong with the bytes, the reading side says as well.
  return new Uint8Array(await new Response(transform.readable).arrayBuffer());
}

function toBase64(bytes: Uint8Array): string {
  let letters = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    letters += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(letters);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
