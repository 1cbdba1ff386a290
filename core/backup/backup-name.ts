/**
 * Names that sort by time and say what belongs together: `offprint-2026-11-23-144705-full.zip`, and what changed since
 * then, `offprint-2026-11-23-144705-plus-2026-11-24-144701.zip`. Times are UTC, so that no summer time repeats one.
 */

/** The name of a full copy begun at `at`, milliseconds since 1970. */
export function fullName(at: number): string {
  return `offprint-${stamp(at)}-full.zip`;
}

/** The name of the file, begun at `at`, with what changed since the full copy named `base`. */
export function changesName(base: string, at: number): string {
  return `${base.replace(/-full\.zip$/, '')}-plus-${stamp(at)}.zip`;
}

/**
 * Of `files`, the last file of changes and the full copy that it adds to, where both are there; else the file that is
 * last by its name.
 */
export function lastBackup<T extends { readonly name: string }>(files: readonly T[]): readonly [last?: T, base?: T] {
  const last = [...files].sort((one, other) => (one.name < other.name ? -1 : 1)).at(-1);
  if (last === undefined) return [];
  const base = files.find(({ name }) => name === baseName(last.name));
  return base === undefined ? [last] : [last, base];
}

/** The name of the full copy that the file named `changes` adds to; null for any other file. */
function baseName(changes: string): string | null {
  const [, begun] = /^(offprint-[\d-]+)-plus-[\d-]+\.zip$/.exec(changes) ?? [];
  return begun === undefined ? null : `${begun}-full.zip`;
}

function stamp(at: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split(/[T.]/);
  return `${day}-${time.replaceAll(':', '')}`;
}
