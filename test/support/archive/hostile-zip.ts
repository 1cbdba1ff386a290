import { unzipSync } from 'fflate';
import type { ZipEntry } from '../../../core/zip/zip-format.ts';
import { directoryEnd, directoryRecord, dosTime, localHeader } from '../../../core/zip/zip-headers.ts';
import { packFile } from '../../../core/zip/zip-writer.ts';

/** A file of a zip that may lie: what the directory and the local header say can differ from what is there. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the directory says instead; `offset` of the local header too. */
  readonly directory?: Partial<ZipEntry & { readonly offset: number }>;
  /** What the local header says instead. */
  readonly local?: Partial<ZipEntry>;
  readonly isEncrypted?: boolean;
}

const CHANGED = dosTime(0);
const FLAGS_OF_RECORD = 8;

/** A zip of these files, lies and all. */
export function hostileZip(files: readonly HostileFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes, directory = {}, local = {}, isEncrypted = false } of files) {
    const { entry, data } = packFile(name, bytes);
    const header = localHeader({ ...entry, ...local }, CHANGED);
    const record = directoryRecord({ ...entry, ...directory }, CHANGED, directory.offset ?? offset);
    if (isEncrypted) record[FLAGS_OF_RECORD] = (record[FLAGS_OF_RECORD] as number) | 1;
    parts.push(header, data as Uint8Array);
    records.push(record);
    offset += header.length + entry.packedSize;
  }
  const size = records.reduce((sum, { length }) => sum + length, 0);
  return bytesOf([...parts, ...records, directoryEnd(files.length, size, offset)]);
}

/** The files of an archive, to be changed and zipped again. */
export function filesOf(archive: Uint8Array): HostileFile[] {
  return Object.entries(unzipSync(archive)).map(([name, bytes]) => ({ name, bytes }));
}

/** `files` with one of them changed. */
export function changed(
  files: readonly HostileFile[],
  name: string,
  change: (file: HostileFile) => HostileFile,
): readonly HostileFile[] {
  if (!files.some((file) => file.name === name)) throw new Error(`there is no ${name}`);
  return files.map((file) => (file.name === name ? change(file) : file));
}

/** `file` with its text changed. */
export function withText(file: HostileFile, change: (text: string) => string): HostileFile {
  return { ...file, bytes: new TextEncoder().encode(change(new TextDecoder().decode(file.bytes))) };
}

function bytesOf(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
