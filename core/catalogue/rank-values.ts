/** Up to this many, the best are picked out in one pass; beyond, all are sorted. */
const MOST_PICKED = 64;

/** Of `ids`, those at from … to − 1 with the highest count first; equal counts stay in the order given. */
export function ranked(ids: Uint32Array, counts: Uint32Array, from: number, to: number): readonly number[] {
  const end = Math.max(0, Math.min(to, ids.length));
  const best = end <= MOST_PICKED ? picked(ids, counts, end) : sorted(ids, counts, end);
  return best.slice(Math.max(0, from));
}

/** The first `limit`: most ids fall to one comparison with the last of those picked so far. */
function picked(ids: Uint32Array, counts: Uint32Array, limit: number): readonly number[] {
  const best: number[] = [];
  let least = -1;
  for (let place = 0; place < ids.length && limit > 0; place += 1) {
    const id = ids[place] as number;
    const count = counts[id] as number;
    if (count <= least) continue;
    insert(best, id, counts);
    if (best.length > limit) best.pop();
    if (best.length === limit) least = counts[best[limit - 1] as number] as number;
  }
  return best;
}

function insert(best: number[], id: number, counts: Uint32Array): void {
  const count = counts[id] as number;
  let at = best.length;
  while (at > 0 && (counts[best[at - 1] as number] as number) < count) at -= 1;
  best.splice(at, 0, id);
}

/** Counts and places as one number each: numbers sort fast. */
function sorted(ids: Uint32Array, counts: Uint32Array, limit: number): readonly number[] {
  const keys = new Float64Array(ids.length);
  let highest = 0;
  for (const id of ids) highest = Math.max(highest, counts[id] as number);
  for (let place = 0; place < ids.length; place += 1) {
    keys[place] = (highest - (counts[ids[place] as number] as number)) * ids.length + place;
  }
  return Array.from(keys.sort().subarray(0, limit), (key) => ids[key % ids.length] as number);
}
