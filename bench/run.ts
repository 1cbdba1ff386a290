import { mkdirSync } from 'node:fs';
import { benchMainJob } from './bench-main-job.ts';
import { benchSearch } from './search/bench-search.ts';
import { readSettings } from './search/settings.ts';

/**
 * `npm run bench`: measures what a person waits for, beside its floor or peers, in one run; prints and keeps the tables.
 * `PARTS` chooses among `main-job` and `search`; `bench/search/settings.ts` reads what else can be chosen.
 */

const RESULTS = '.artifacts/bench';
const parts = (process.env['PARTS'] ?? 'main-job,search').split(',');

mkdirSync(RESULTS, { recursive: true });
if (parts.includes('main-job')) console.log(await benchMainJob(Number(process.env['ROUNDS'] ?? 31), RESULTS));
if (parts.includes('search')) console.log(await benchSearch(readSettings(process.env), RESULTS));
