import { openSealed, sealBytes } from '../bytes/checksum.ts';

/**
 * A segment is a set of records that are written once and never changed; only `deletes` is written again. `header` and
 * `deletes` are one record each. `dictionary` and `documents` are numbered records that are read one by one. The rest
 * are streams: bytes addressed by their offset, cut into records of `SLICE` bytes.
 */
export const RECORD_KINDS = [
  'header',
  'dictionary',
  'documents',
  'postings',
  'positions',
  'prefixes',
  'deletes',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export type StreamKind = 'postings' | 'positions' | 'prefixes';

/**
 * Names how articles are analysed and how analysed articles and segments are laid out, all together: to be raised with
 * any change of these. What is stored with another version is made anew.
 */
export const INDEX_VERSION = 1;

/** Payload bytes of a stream's record; the last one may be shorter. */
export const SLICE = 16_384;

export interface RecordKey {
  /** A segment's id is never used again. */
  readonly segment: number;
  readonly kind: RecordKind;
  /** From 0; always 0 for `header` and `deletes`. */
  readonly number: number;
}

/** A record as it is stored: sealed bytes under a key. */
export interface IndexRecord {
  readonly key: RecordKey;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where records are kept. Answers in the order of the keys, undefined for a record that is not there. */
export interface RecordSource {
  read(keys: readonly RecordKey[]): Promise<readonly (Uint8Array | undefined)[]>;
}

/** What reading throws when a record is missing or not what was written; the functions of the index catch it. */
export class DamagedRecord extends Error {
  readonly key: RecordKey;

  constructor(key: RecordKey) {
    super(`segment ${key.segment}: ${key.kind} ${key.number} is damaged or missing`);
    this.key = key;
  }
}

/** Different for any two keys of an index with less than a million segments, so that no record passes for another. */
export function keyNumber({ segment, kind, number }: RecordKey): number {
  return (segment * 8 + RECORD_KINDS.indexOf(kind)) * 16_777_216 + number;
}

/** The key numbers of everything a segment may have: `first` and up to `end`, without it. */
export function keyNumbersOf(segment: number): { readonly first: number; readonly end: number } {
  const numberOf = (id: number) => keyNumber({ segment: id, kind: 'header', number: 0 });
  return { first: numberOf(segment), end: numberOf(segment + 1) };
}

/** The record of `payload`: its seal covers the key as well. */
export function sealRecord(key: RecordKey, payload: Uint8Array): IndexRecord {
  return { key, bytes: sealBytes(payload, seedOf(key)) };
}

/** The payload of a stored record; throws `DamagedRecord`. */
export function openRecord(key: RecordKey, bytes: Uint8Array | undefined): Uint8Array {
  const payload = bytes === undefined ? null : openSealed(bytes, seedOf(key));
  if (payload === null) throw new DamagedRecord(key);
  return payload;
}

function seedOf(key: RecordKey): number {
  const number = keyNumber(key);
  return Math.imul(number % 4_294_967_296, 0x9e3779b1) ^ Math.floor(number / 4_294_967_296);
}
