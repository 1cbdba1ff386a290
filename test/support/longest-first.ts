import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first: begun last, they would be waited for alone. */
const LONGEST = [
  'torture/kills',
  'e2e/search',
  'torture/exact-points',
  'e2e/library',
  'torture/stops',
  'e2e/attacks/hostile-articles',
  'torture/torn-logs',
  'torture/full-disk',
  'e2e/faults',
  'e2e/popup',
  'torture/damaged-files',
  'torture/upgrades',
  'e2e/harness',
  'services/search/index-stopped',
];

/** Begins with the files known to take longest; the others follow as Vitest orders them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const others = await super.sort(files);
    return others.sort((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((name) => moduleId.includes(`/test/${name}.`));
  return place < 0 ? LONGEST.length : place;
}
