import { runTool, runTypeScript } from './command.mjs';
import { setUpOrExit } from './setup.mjs';
import { thisSystem } from './system.mjs';

/** `npm run screenshots`: takes the pictures of the README anew, in a real Chromium on the demo site's real articles. */

setUpOrExit(['chromium'], thisSystem);
const { ok, output } = await runTool('wxt', ['build']);
if (!ok) {
  console.error(output);
  process.exit(1);
}
process.exitCode = await runTypeScript('scripts/screenshots.ts', []);
