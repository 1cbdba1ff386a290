import { runTool, runTypeScript } from './command.mjs';
import { setUpOrExit } from './setup.mjs';
import { thisSystem } from './system.mjs';

/** `npm run bench`: gets the folder ready, builds for both browsers, then measures with `bench/run.ts`. */

setUpOrExit(['chromium', 'firefox'], thisSystem);
for (const args of [['build'], ['build', '-b', 'firefox']]) {
  const { ok, output } = await runTool('wxt', args);
  if (!ok) {
    console.error(output);
    process.exit(1);
  }
}
process.exitCode = await runTypeScript('bench/run.ts', process.argv.slice(2));
