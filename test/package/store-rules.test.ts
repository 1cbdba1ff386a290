import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

interface Finding {
  readonly code: string;
  readonly file?: string;
  readonly message: string;
}

interface LintReport {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Mozilla's own linter, the first reviewer of every version handed in. */
function lintFirefoxBuild(): LintReport {
  const args = ['lint', '--source-dir', '.output/firefox-mv3', '--no-config-discovery', '--output', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, ['node_modules/web-ext/bin/web-ext.js', ...args], {
    encoding: 'utf8',
  });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`web-ext gave no report (is .output/firefox-mv3 built?):\n${stdout}\n${stderr}`);
  }
}

/** Preact can set `innerHTML` for `dangerouslySetInnerHTML`; our sources never use it and the page policy forbids it. */
const PREACTS_OWN = 'UNSAFE_VAR_ASSIGNMENT';

describe('the rules of the Firefox store', () => {
  it('find no error, and no warning but the one about code of Preact that is never reached', () => {
    const { errors, warnings } = lintFirefoxBuild();
    expect(errors).toEqual([]);
    const ours = warnings.filter(({ code }) => code !== PREACTS_OWN);
    expect(ours).toEqual([]);
    expect(warnings.length - ours.length).toBeLessThanOrEqual(1);
  });
});
