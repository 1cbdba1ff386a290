/** Beyond this many, all values are sorted; up to it the best are picked out. */
const MOST_PICKED = 64;

/** Of `ids`, those at from … to − 1 with the highest count first; equal counts stay in the order given. */
export function ranked(ids: Uint32Array, counts: Uint32Array, from: number, to: number): readonly number[] {
  const end = Math.min(to, ids.length);
  const best = end <= MOST_PICKED ? picked(ids, counts, end) : sorted(ids, counts, end);
  return best.slice(Math.max(0, from));
}

/** The first `limit`: most ids fall to one comparison with the last of those picked so far. */
function picked(ids: Uint32Array, counts: Uint32Array, limit: number): readonly number[] {
  const best: number[] = [];
  for (const id of ids) {
    const count = counts[id] as number;
    if (best.length === limit && count <= (counts[best[limit - 1] as number] ?? 0)) continue;
    let at = best.length;
    while (at > 0 && (counts[best[at - 1] as number] as number) < count) at -= 1;
    best.splice(at, 0, id);
    if (best.length > limit) best.pop();
  }
  return best;
}

/** Counts and places as one number each: numbers sort fast. */
function sorted(ids: Uint32Array, counts: Uint32Array, limit: number): readonly number[] {
  const highest = ids.reduce((most, id) => Math.max(most, counts[id] as number), 0);
  const keys = Float64Array.from(ids, (id, place) => (highest - (counts[id] as number)) * ids.length + place).sort();
  return Array.from(keys.subarray(0, limit), (key) => ids[key % ids.length] as number);
}
