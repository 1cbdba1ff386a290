import { encodeUtf8 } from '../search/bytes/utf8.ts';
import {
  COUNT_IN_ZIP64,
  DIRECTORY_END,
  DIRECTORY_END_LENGTH,
  DIRECTORY_RECORD,
  DIRECTORY_RECORD_LENGTH,
  IN_ZIP64,
  LOCAL_HEADER,
  LOCAL_HEADER_LENGTH,
  UTF8_FLAG,
  ZIP64_END,
  ZIP64_END_LENGTH,
  ZIP64_EXTRA,
  ZIP64_LOCATOR,
  ZIP64_LOCATOR_LENGTH,
  type ZipEntry,
} from './zip-format.ts';

/** The records that zips are made of, written. Sizes are known before the data, so none stands behind it. */

const PLAIN_VERSION = 20;
const ZIP64_VERSION = 45;
const MADE_ON_UNIX = 3 << 8;
/** A plain file that its owner may write and everybody read, in the high half of the external attributes. */
const PLAIN_FILE = 0o100644 * 0x10000;

/** When files of a zip were changed, in MS-DOS form: two seconds fine, from 1980 on. */
export interface DosTime {
  readonly time: number;
  readonly date: number;
}

/** `at` (milliseconds since 1970) in UTC, since a zip says nothing of time zones. */
export function dosTime(at: number): DosTime {
  const moment = new Date(at);
  const year = Math.min(Math.max(moment.getUTCFullYear(), 1980), 2107);
  return {
    time: (moment.getUTCHours() << 11) | (moment.getUTCMinutes() << 5) | (moment.getUTCSeconds() >> 1),
    date: ((year - 1980) << 9) | ((moment.getUTCMonth() + 1) << 5) | moment.getUTCDate(),
  };
}

/** What stands before the data of `entry`. */
export function localHeader(entry: ZipEntry, changed: DosTime): Uint8Array<ArrayBuffer> {
  const name = encodeUtf8(entry.name);
  const isLarge = entry.size >= IN_ZIP64 || entry.packedSize >= IN_ZIP64;
  const extra = isLarge ? zip64Extra([entry.size, entry.packedSize]) : NO_BYTES;
  const record = new Uint8Array(LOCAL_HEADER_LENGTH + name.length + extra.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, LOCAL_HEADER, true);
  putCommon(view, 4, entry, changed, isLarge, isLarge);
  view.setUint16(26, name.length, true);
  view.setUint16(28, extra.length, true);
  record.set(name, LOCAL_HEADER_LENGTH);
  record.set(extra, LOCAL_HEADER_LENGTH + name.length);
  return record;
}

/** What the directory says of `entry`, whose local header stands at `offset`. */
export function directoryRecord(entry: ZipEntry, changed: DosTime, offset: number): Uint8Array<ArrayBuffer> {
  const name = encodeUtf8(entry.name);
  const isLarge = entry.size >= IN_ZIP64 || entry.packedSize >= IN_ZIP64;
  const isFar = offset >= IN_ZIP64;
  const extra = zip64Extra([...(isLarge ? [entry.size, entry.packedSize] : []), ...(isFar ? [offset] : [])]);
  const record = new Uint8Array(DIRECTORY_RECORD_LENGTH + name.length + extra.length);
  const view = new DataView(record.buffer);
  view.setUint32(0, DIRECTORY_RECORD, true);
  view.setUint16(4, MADE_ON_UNIX | ZIP64_VERSION, true);
  putCommon(view, 6, entry, changed, isLarge, isLarge || isFar);
  view.setUint16(28, name.length, true);
  view.setUint16(30, extra.length, true);
  view.setUint32(38, PLAIN_FILE, true);
  view.setUint32(42, isFar ? IN_ZIP64 : offset, true);
  record.set(name, DIRECTORY_RECORD_LENGTH);
  record.set(extra, DIRECTORY_RECORD_LENGTH + name.length);
  return record;
}

/** What ends a zip of `count` files, whose directory of `size` bytes begins at `offset`. */
export function directoryEnd(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const isLarge = count >= COUNT_IN_ZIP64 || size >= IN_ZIP64 || offset >= IN_ZIP64;
  const before = isLarge ? ZIP64_END_LENGTH + ZIP64_LOCATOR_LENGTH : 0;
  const record = new Uint8Array(before + DIRECTORY_END_LENGTH);
  const view = new DataView(record.buffer);
  if (isLarge) putZip64End(view, count, size, offset);
  view.setUint32(before, DIRECTORY_END, true);
  view.setUint16(before + 8, isLarge ? COUNT_IN_ZIP64 : count, true);
  view.setUint16(before + 10, isLarge ? COUNT_IN_ZIP64 : count, true);
  view.setUint32(before + 12, isLarge ? IN_ZIP64 : size, true);
  view.setUint32(before + 16, isLarge ? IN_ZIP64 : offset, true);
  return record;
}

const NO_BYTES = new Uint8Array(0);

/** The fields that a local header and a directory record have in one order: version to uncompressed size. */
function putCommon(
  view: DataView,
  at: number,
  entry: ZipEntry,
  { time, date }: DosTime,
  isLarge: boolean,
  usesZip64: boolean,
): void {
  view.setUint16(at, usesZip64 ? ZIP64_VERSION : PLAIN_VERSION, true);
  view.setUint16(at + 2, UTF8_FLAG, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 6, time, true);
  view.setUint16(at + 8, date, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, isLarge ? IN_ZIP64 : entry.packedSize, true);
  view.setUint32(at + 18, isLarge ? IN_ZIP64 : entry.size, true);
}

function zip64Extra(values: readonly number[]): Uint8Array<ArrayBuffer> {
  if (values.length === 0) return NO_BYTES;
  const extra = new Uint8Array(4 + 8 * values.length);
  const view = new DataView(extra.buffer);
  view.setUint16(0, ZIP64_EXTRA, true);
  view.setUint16(2, 8 * values.length, true);
  for (const [index, value] of values.entries()) view.setBigUint64(4 + 8 * index, BigInt(value), true);
  return extra;
}

function putZip64End(view: DataView, count: number, size: number, offset: number): void {
  view.setUint32(0, ZIP64_END, true);
  view.setBigUint64(4, BigInt(ZIP64_END_LENGTH - 12), true);
  view.setUint16(12, MADE_ON_UNIX | ZIP64_VERSION, true);
  view.setUint16(14, ZIP64_VERSION, true);
  view.setBigUint64(24, BigInt(count), true);
  view.setBigUint64(32, BigInt(count), true);
  view.setBigUint64(40, BigInt(size), true);
  view.setBigUint64(48, BigInt(offset), true);
  view.setUint32(ZIP64_END_LENGTH, ZIP64_LOCATOR, true);
  view.setBigUint64(ZIP64_END_LENGTH + 8, BigInt(offset + size), true);
  view.setUint32(ZIP64_END_LENGTH + 16, 1, true);
}
