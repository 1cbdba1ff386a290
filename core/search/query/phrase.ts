import { type Bitmap, hasAnyBit, isEmpty } from '../bytes/bitmap.ts';
import { blocksOf, type ListPlace, type PostingBlock } from '../segment/posting-blocks.ts';
import type { SegmentReader } from '../segment/segment-reader.ts';
import { Hits } from './hits.ts';
import { type LoadedBlock, PhrasePlaces } from './phrase-places.ts';

/** A unit of a phrase in one segment. */
export interface PhraseUnit {
  /** The lists of its terms, end to end. */
  readonly lists: readonly ListPlace[];
  /** The bytes of the lists. */
  readonly bytes: Uint8Array;
  /** How many words it stands behind the first unit. */
  readonly offset: number;
}

/**
 * The documents of `candidates` in which the units stand side by side, weighted by how often. Positions are read for
 * the unit with the fewest first and only for blocks with candidates; each unit leaves fewer of them to the next.
 */
export async function readPhrase(
  segment: SegmentReader,
  units: readonly PhraseUnit[],
  candidates: Bitmap,
): Promise<Hits> {
  const size = segment.header.documents;
  const [first, ...others] = [...units].sort((one, other) => costOf(one) - costOf(other));
  if (first === undefined || isEmpty(candidates)) return new Hits(0);
  let places = PhrasePlaces.read(await loadBlocks(segment, first, candidates), first.offset, candidates, size);
  for (const unit of others) {
    if (places.isEmpty) break;
    places = places.keep(await loadBlocks(segment, unit, places.found), unit.offset, size);
  }
  return places.hits();
}

/** Lists of several terms come last: they can check places, but not offer them in order. */
function costOf({ lists }: PhraseUnit): number {
  const bytes = lists.reduce((sum, { positionStart, positionEnd }) => sum + positionEnd - positionStart, 0);
  return lists.length === 1 ? bytes : bytes + 4_294_967_296;
}

/** The blocks of a unit that have any of `candidates`, list after list. */
async function loadBlocks(
  segment: SegmentReader,
  unit: PhraseUnit,
  candidates: Bitmap,
): Promise<readonly LoadedBlock[]> {
  const size = segment.header.documents;
  const { bytes } = unit;
  const loaded = unit.lists.flatMap((place) => {
    const all = blocksOf(bytes, place.start - (unit.lists[0]?.start ?? 0), place, size);
    const wanted = all.filter(({ before, last }) => hasAnyBit(candidates, before + 1, last));
    return rangesOf(wanted).map(async ({ start, end, blocks }) => {
      const positions = await segment.readStream('positions', place.positionStart + start, place.positionStart + end);
      return blocks.map((block) => ({ bytes, block, positions, positionsAt: block.positionStart - start }));
    });
  });
  return (await Promise.all(loaded)).flat();
}

interface BlockRange {
  readonly start: number;
  end: number;
  readonly blocks: PostingBlock[];
}

/** Blocks whose positions lie end to end, read as one. */
function rangesOf(blocks: readonly PostingBlock[]): readonly BlockRange[] {
  const ranges: BlockRange[] = [];
  for (const block of blocks) {
    const last = ranges.at(-1);
    if (last?.end === block.positionStart) {
      last.blocks.push(block);
      last.end = block.positionEnd;
    } else {
      ranges.push({ start: block.positionStart, end: block.positionEnd, blocks: [block] });
    }
  }
  return ranges;
}
