import {
  COUNT_IN_ZIP64,
  DIRECTORY_END,
  DIRECTORY_END_LENGTH,
  DIRECTORY_RECORD,
  DIRECTORY_RECORD_LENGTH,
  ENCRYPTED_FLAGS,
  IN_ZIP64,
  LOCAL_HEADER,
  LOCAL_HEADER_LENGTH,
  ZIP64_END,
  ZIP64_END_LENGTH,
  ZIP64_EXTRA,
  ZIP64_LOCATOR,
  ZIP64_LOCATOR_LENGTH,
  type ZipEntry,
} from './zip-format.ts';

/**
 * The records of a stranger's zip, read with suspicion: what does not stand exactly where the format wants it is null, so
 * that no two programs can see two different archives in one file.
 */

/** The longest end of a zip: its comment may have 65,535 bytes. */
export const LONGEST_END = ZIP64_END_LENGTH + ZIP64_LOCATOR_LENGTH + DIRECTORY_END_LENGTH + 0xffff;

/** Where the directory of a zip is, and how many files it names. */
export interface DirectoryPlace {
  readonly count: number;
  readonly offset: number;
  readonly size: number;
}

/** What the directory says of one file. */
export interface DirectoryRecord extends ZipEntry {
  /** Where its local header is. */
  readonly offset: number;
  readonly isEncrypted: boolean;
  /** Bytes of this record. */
  readonly length: number;
}

/** The directory's place, from the last bytes of a zip that begin at `at` in it; null when they are not the end of one. */
export function parseDirectoryEnd(tail: Uint8Array, at: number): DirectoryPlace | null {
  const view = viewOf(tail);
  for (let end = tail.length - DIRECTORY_END_LENGTH; end >= 0; end -= 1) {
    if (view.getUint32(end, true) !== DIRECTORY_END) continue;
    if (end + DIRECTORY_END_LENGTH + view.getUint16(end + 20, true) !== tail.length) continue;
    return placeAt(view, end, at);
  }
  return null;
}

function placeAt(view: DataView, end: number, at: number): DirectoryPlace | null {
  const disks = view.getUint32(end + 4, true);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const offset = view.getUint32(end + 16, true);
  if (count === COUNT_IN_ZIP64 || size === IN_ZIP64 || offset === IN_ZIP64) return zip64PlaceAt(view, end, at);
  if (disks !== 0 || view.getUint16(end + 8, true) !== count) return null;
  return offset + size === at + end ? { count, offset, size } : null;
}

function zip64PlaceAt(view: DataView, end: number, at: number): DirectoryPlace | null {
  const locator = end - ZIP64_LOCATOR_LENGTH;
  const record = locator - ZIP64_END_LENGTH;
  if (record < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR || view.getUint32(record, true) !== ZIP64_END) {
    return null;
  }
  const count = uint64(view, record + 32);
  const size = uint64(view, record + 40);
  const offset = uint64(view, record + 48);
  const isWhole = uint64(view, locator + 8) === at + record && uint64(view, record + 24) === count;
  return isWhole && offset + size === at + record ? { count, offset, size } : null;
}

/** The directory record that begins at `at` in `bytes`; null when there is none, or it is not whole. */
export function parseDirectoryRecord(bytes: Uint8Array, at: number): DirectoryRecord | null {
  if (at + DIRECTORY_RECORD_LENGTH > bytes.length) return null;
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== DIRECTORY_RECORD) return null;
  const nameAt = at + DIRECTORY_RECORD_LENGTH;
  const extraAt = nameAt + view.getUint16(at + 28, true);
  const extraEnd = extraAt + view.getUint16(at + 30, true);
  const end = extraEnd + view.getUint16(at + 32, true);
  if (end > bytes.length) return null;
  const wide = new WideFields(view, extraAt, extraEnd);
  const size = wide.value(view.getUint32(at + 24, true));
  const packedSize = wide.value(view.getUint32(at + 20, true));
  const offset = wide.value(view.getUint32(at + 42, true));
  return {
    name: asciiName(bytes.subarray(nameAt, extraAt)),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size,
    packedSize,
    offset,
    isEncrypted: (view.getUint16(at + 8, true) & ENCRYPTED_FLAGS) !== 0,
    length: end - at,
  };
}

/** How long the local header is that `bytes` begin with, or null when it is not the one of `entry`. */
export function localHeaderLength(bytes: Uint8Array, entry: ZipEntry): number | null {
  if (bytes.length < LOCAL_HEADER_LENGTH) return null;
  const view = viewOf(bytes);
  const nameEnd = LOCAL_HEADER_LENGTH + view.getUint16(26, true);
  if (view.getUint32(0, true) !== LOCAL_HEADER || view.getUint16(8, true) !== entry.method) return null;
  if ((view.getUint16(6, true) & ENCRYPTED_FLAGS) !== 0 || nameEnd > bytes.length) return null;
  if (asciiName(bytes.subarray(LOCAL_HEADER_LENGTH, nameEnd)) !== entry.name) return null;
  return nameEnd + view.getUint16(28, true);
}

/** The values of the zip64 extra field, in the order in which the fields that need them come. */
class WideFields {
  readonly #view: DataView;
  #at = 0;
  #end = 0;

  constructor(view: DataView, from: number, to: number) {
    this.#view = view;
    for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
      if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
      this.#at = at + 4;
      this.#end = Math.min(to, at + 4 + view.getUint16(at + 2, true));
      return;
    }
  }

  /** `narrow`, or what stands for it; not a number when nothing does. */
  value(narrow: number): number {
    if (narrow !== IN_ZIP64) return narrow;
    if (this.#at + 8 > this.#end) return Number.NaN;
    this.#at += 8;
    return uint64(this.#view, this.#at - 8);
  }
}

/** A name of ASCII; any other byte becomes U+FFFD, which no safe name has. */
function asciiName(bytes: Uint8Array): string {
  let name = '';
  for (const byte of bytes) name += byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD';
  return name;
}

function uint64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}
