import { mkdirSync } from 'node:fs';
import { benchMainJob } from './bench-main-job.ts';
import { benchSecondCopy } from './bench-second-copy.ts';
import { benchLibraryPage } from './search/bench-library-page.ts';
import { benchSearch } from './search/bench-search.ts';
import { readSettings } from './search/settings.ts';
import { benchTransfer } from './transfer/bench-transfer.ts';

/**
 * `npm run bench`: measures what a person waits for, beside its floor or peers, in one run; prints and keeps the tables.
 * `PARTS` chooses among `main-job`, `second-copy`, `search`, `library-page` and `transfer`; `bench/search/settings.ts` reads
 * what else can be chosen.
 */

const RESULTS = '.artifacts/bench';
const parts = (process.env['PARTS'] ?? 'main-job,second-copy,search,library-page,transfer').split(',');

mkdirSync(RESULTS, { recursive: true });
if (parts.includes('main-job')) console.log(await benchMainJob(Number(process.env['ROUNDS'] ?? 31), RESULTS));
if (parts.includes('second-copy')) {
  const sizes = (process.env['ARTICLES'] ?? '1000,10000').split(',').map(Number);
  console.log(await benchSecondCopy(sizes, RESULTS));
}
if (parts.includes('search')) console.log(await benchSearch(readSettings(process.env), RESULTS));
if (parts.includes('library-page')) console.log(await benchLibraryPage(readSettings(process.env), RESULTS));
if (parts.includes('transfer')) console.log(await benchTransfer(readSettings(process.env), RESULTS));
