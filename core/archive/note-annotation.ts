import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { articleAddress } from '../article/identity.ts';
import type { ArticleRecord } from '../library/records.ts';
import { encodeUtf8 } from '../search/bytes/utf8.ts';

/** A W3C Web Annotation (https://www.w3.org/TR/annotation-model/) with the reader's words about a whole article. */
export interface NoteAnnotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'commenting';
  readonly body: {
    readonly type: 'TextualBody';
    readonly value: string;
    readonly format: 'text/plain';
    readonly purpose: 'commenting';
  };
  readonly target: string;
}

/** The note of an article as an annotation of its address; null when there is none. */
export function noteAnnotation({ slug, own }: ArticleRecord): NoteAnnotation | null {
  if (own.note === undefined) return null;
  const target = articleAddress(slug);
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${uuidOf(`note ${target}`)}`,
    type: 'Annotation',
    motivation: 'commenting',
    body: { type: 'TextualBody', value: own.note, format: 'text/plain', purpose: 'commenting' },
    target,
  };
}

/** A UUID of version 8 (RFC 9562, §5.8) made of the SHA-256 of `name`, so that one note keeps one id. */
function uuidOf(name: string): string {
  const bytes = sha256(encodeUtf8(name)).slice(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
