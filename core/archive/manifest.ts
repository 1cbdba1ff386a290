import { problem } from '../problem.ts';
import { fail, type Result, succeed } from '../result.ts';

/**
 * The archive's manifest: what it is, and the size and hash of each of its lists. `docs/archive-format.md` explains the
 * format to people and other programs.
 */

export const ARCHIVE_FORMAT = 'offprint-archive';
/** Grows when a reader of the version before could misunderstand an archive; a new optional field is no reason. */
export const FORMAT_VERSION = 1;

export const MANIFEST_NAME = 'manifest.json';

/** The lists of an archive. Those of articles are JSON Lines in one order: the newest save first. */
export const LIST_NAMES = [
  'articles.jsonl',
  'bin.jsonl',
  'originals.jsonl',
  'revisions.jsonl',
  'annotations.jsonl',
  'tags.json',
  'searches.json',
  'redirects.json',
  'settings.json',
  'files.jsonl',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

export interface FileSeal {
  readonly bytes: number;
  /** SHA-256, lower-case hex. */
  readonly sha256: string;
}

export interface ArchiveCounts {
  readonly articles: number;
  readonly binned: number;
  readonly originals: number;
  readonly revisions: number;
  readonly annotations: number;
  readonly searches: number;
}

export interface Manifest {
  readonly format: typeof ARCHIVE_FORMAT;
  readonly formatVersion: number;
  /** The version of Offprint that wrote it. */
  readonly appVersion: string;
  /** `YYYY-MM-DDTHH:mm:ss.sssZ`. */
  readonly createdAt: string;
  /** The query that found the articles, in its canonical text; null when they are all, or were chosen by hand. */
  readonly query: string | null;
  readonly counts: ArchiveCounts;
  /** Every list; `files.jsonl` has the seals of all other files. */
  readonly files: { readonly [Name in ListName]: FileSeal };
}

const NO_MANIFEST = fail(problem('not-an-archive'));
const SHA256 = /^[0-9a-f]{64}$/;
const LONGEST_TEXT = 10_000;

/** The manifest that `value` (parsed JSON) is; `not-an-archive`, or `archive-newer` for a format of the future. */
export function parseManifest(value: unknown): Result<Manifest> {
  if (!isObject(value) || value.format !== ARCHIVE_FORMAT || !isCount(value.formatVersion)) return NO_MANIFEST;
  if (value.formatVersion > FORMAT_VERSION) return fail(problem('archive-newer', `format ${value.formatVersion}`));
  const { appVersion, createdAt, query = null } = value;
  const counts = parseCounts(value.counts);
  const files = parseSeals(value.files);
  if (!isText(appVersion) || !isText(createdAt) || (query !== null && !isText(query))) return NO_MANIFEST;
  if (Number.isNaN(Date.parse(createdAt)) || counts === null || files === null) return NO_MANIFEST;
  const { formatVersion } = value;
  return succeed({ format: ARCHIVE_FORMAT, formatVersion, appVersion, createdAt, query, counts, files });
}

/** Whether `value` has the form of a SHA-256 as archives print it. */
export function isSha256(value: unknown): value is string {
  return typeof value === 'string' && SHA256.test(value);
}

/** Whether `value` is a size or a number of things. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function parseCounts(value: unknown): ArchiveCounts | null {
  if (!isObject(value)) return null;
  const { articles, binned, originals, revisions, annotations, searches } = value;
  const isWhole = [articles, binned, originals, revisions, annotations, searches].every(isCount);
  return isWhole ? ({ articles, binned, originals, revisions, annotations, searches } as ArchiveCounts) : null;
}

function parseSeals(value: unknown): Manifest['files'] | null {
  if (!isObject(value)) return null;
  const seals = LIST_NAMES.map((name) => [name, parseSeal(value[name])] as const);
  return seals.every(([, seal]) => seal !== null) ? (Object.fromEntries(seals) as Manifest['files']) : null;
}

function parseSeal(value: unknown): FileSeal | null {
  if (!isObject(value) || !isCount(value.bytes) || !isSha256(value.sha256)) return null;
  return { bytes: value.bytes, sha256: value.sha256 };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
