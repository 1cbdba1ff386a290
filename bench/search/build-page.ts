import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** Bundles the page in the folder `page` and its workers from the product's own modules; answers the folder made. */
export async function buildBenchPage(page = 'bench/search/page'): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-page-'));
  await build({
    root: resolve(page),
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder, target: 'es2024', emptyOutDir: true },
    worker: { format: 'es' },
  });
  return folder;
}
