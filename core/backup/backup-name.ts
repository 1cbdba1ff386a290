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

function stamp(at: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split(/[T.]/);
  return `${day}-${time.replaceAll(':', '')}`;
}
