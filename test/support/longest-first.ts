import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first: begun last, they would be waited for alone. */
const LONGEST = [
  'torture/stops',
  'torture/upgrades',
  'torture/kills',
  'torture/torn-logs',
  'torture/exact-points',
  'torture/damaged-files',
  'torture/full-disk',
  'e2e/search',
  'e2e/library',
  'e2e/attacks/hostile-articles',
  'e2e/popup',
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
