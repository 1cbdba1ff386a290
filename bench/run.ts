import { mkdirSync } from 'node:fs';
import { benchMainJob } from './bench-main-job.ts';
import { benchLibraryPage } from './search/bench-library-page.ts';
import { benchSearch } from './search/bench-search.ts';
import { readSettings } from './search/settings.ts';

/**
 * `npm run bench`: measures what a person waits for, beside its floor or peers, in one run; prints and keeps the tables.
 * `PARTS` chooses among `main-job`, `search` and `library-page`; `bench/search/settings.ts` reads what else can be chosen.
 */

const RESULTS = '.artifacts/bench';
const parts = (process.env['PARTS'] ?? 'main-job,search,library-page').split(',');

mkdirSync(RESULTS, { recursive: true });
if (parts.includes('main-job')) console.log(await benchMainJob(Number(process.env['ROUNDS'] ?? 31), RESULTS));
if (parts.includes('search')) console.log(await benchSearch(readSettings(process.env), RESULTS));
if (parts.includes('library-page')) console.log(await benchLibraryPage(readSettings(process.env), RESULTS));
