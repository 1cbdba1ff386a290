import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../site/random.ts';

/** The files in which a closed Chromium keeps an extension's two stores, and ways to damage them as a power cut or a bad disk does. */

/** The folder of an extension's IndexedDB. */
export function databaseFolder(profile: string, id: string): string {
  return join(profile, 'Default/IndexedDB', `chrome-extension_${id}_0.indexeddb.leveldb`);
}

/** The folder of an extension's `storage.local`. */
export function copyFolder(profile: string, id: string): string {
  return join(profile, 'Default/Local Extension Settings', id);
}

/** Lets Chromium keep IndexedDB in SQLite, which is off by default today. */
export const SQLITE_BACK_END = '--enable-features=IdbSqliteBackingStore';

/** What the SQLite back end keeps beside an extension's database while it is open. */
export function sqliteJournal(profile: string, id: string): string {
  const folder = join(profile, 'Default/IndexedDB', `chrome-extension_${id}_0`);
  const journal = readdirSync(folder).find((name) => name.endsWith('-wal') || name.endsWith('-journal'));
  if (journal === undefined) throw new Error(`There is no journal in ${folder}: ${readdirSync(folder)}`);
  return join(folder, journal);
}

/** The newest file of a LevelDB folder with this ending; null when there is none. */
export function newestFile(folder: string, ending: 'log' | 'ldb'): string | null {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(`.${ending}`)) : [];
  const last = files.sort().at(-1);
  return last === undefined ? null : join(folder, last);
}

/** How a log can end after a power cut. */
export const TEARS = ['cut', 'half a record', 'zeros', 'stray bytes'] as const;
export type Tear = (typeof TEARS)[number];

/** Tears the end of a log. */
export function tear(log: string, shape: Tear, random: Random): void {
  if (shape === 'cut') {
    const { size } = statSync(log);
    truncateSync(log, Math.max(0, size - 1 - random.below(Math.min(4_000, size))));
  } else {
    appendFileSync(log, tailOf(shape, random));
  }
}

/** Tears the end of the log in a LevelDB folder. */
export function tearLog(folder: string, shape: Tear, random: Random): void {
  const log = newestFile(folder, 'log');
  if (log === null) throw new Error(`There is no log in ${folder}`);
  tear(log, shape, random);
}

function tailOf(shape: Exclude<Tear, 'cut'>, random: Random): Uint8Array {
  const bytes = (count: number) => Uint8Array.from({ length: count }, () => random.below(256));
  if (shape === 'zeros') return new Uint8Array(1 + random.below(4_000));
  if (shape === 'stray bytes') return bytes(3 + random.below(5));
  // A record's header: checksum, a length that is more than what follows, and the type of a whole record.
  return Uint8Array.from([...bytes(4), 0x00, 0x04, 1, ...bytes(100 + random.below(300))]);
}

/** Changes one byte in the middle half of a file. */
export function flipByte(file: string, random: Random): void {
  const bytes = readFileSync(file);
  const place = Math.floor(bytes.length * (0.25 + random.next() / 2));
  bytes[place] = (bytes[place] ?? 0) ^ (1 + random.below(255));
  writeFileSync(file, bytes);
}

/** How the rest of a LevelDB folder can be damaged. */
export const DAMAGES = ['byte flipped', 'MANIFEST cut', 'CURRENT empty', 'folder gone'] as const;
export type Damage = (typeof DAMAGES)[number];

/** Damages a LevelDB folder. */
export function damage(folder: string, how: Damage, random: Random): void {
  if (how === 'folder gone') rmSync(folder, { recursive: true });
  else if (how === 'CURRENT empty') truncateSync(join(folder, 'CURRENT'));
  else if (how === 'MANIFEST cut') {
    const manifest = join(folder, readFileSync(join(folder, 'CURRENT'), 'utf8').trim());
    truncateSync(manifest, random.below(statSync(manifest).size));
  } else flipByte(newestFile(folder, 'ldb') ?? newestFile(folder, 'log') ?? '', random);
}
