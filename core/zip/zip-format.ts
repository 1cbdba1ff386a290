/**
 * The numbers of the zip format, from PKWARE's APPNOTE.TXT 6.3.10. Ours is the container alone (of the libraries at
 * hand the one that writes zip64 and deflates holds 6 kB an entry, the other only stores); fflate deflates.
 */

export const LOCAL_HEADER = 0x04034b50;
export const DIRECTORY_RECORD = 0x02014b50;
export const ZIP64_END = 0x06064b50;
export const ZIP64_LOCATOR = 0x07064b50;
export const DIRECTORY_END = 0x06054b50;

export const LOCAL_HEADER_LENGTH = 30;
export const DIRECTORY_RECORD_LENGTH = 46;
export const ZIP64_END_LENGTH = 56;
export const ZIP64_LOCATOR_LENGTH = 20;
export const DIRECTORY_END_LENGTH = 22;

export const ZIP64_EXTRA = 1;
/** A 32-bit field with this value stands in the zip64 extra field, a 16-bit one in the zip64 end record. */
export const IN_ZIP64 = 0xffffffff;
export const COUNT_IN_ZIP64 = 0xffff;

export const STORED = 0;
export const DEFLATED = 8;

/** General purpose bits: encrypted, sizes behind the data, strong encryption, name in UTF-8, masked directory. */
export const ENCRYPTED_FLAGS = 0x0001 | 0x0040 | 0x2000;
export const SIZES_BEHIND_FLAG = 0x0008;
export const UTF8_FLAG = 0x0800;

/** One file of a zip, as its headers tell of it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}
