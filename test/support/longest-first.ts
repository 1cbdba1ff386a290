import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes, the longest first: begun last, they would be waited for alone. */
const LONGEST = [
  'torture/kills',
  'e2e/library',
  'e2e/search',
  'torture/stops',
  'torture/full-disk',
  'torture/torn-logs',
  'e2e/attacks/hostile-articles',
  'e2e/import',
  'torture/exact-points',
  'e2e/popup',
  'torture/upgrades',
  'torture/damaged-files',
  'e2e/bin',
  'torture/firefox',
  'e2e/faults',
  'e2e/offline',
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
