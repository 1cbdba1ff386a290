import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserName, executable } from '../../test/support/browser/executables.ts';

/** Waiting for one answer from the page: builds take minutes. */
const LONGEST_ANSWER_MS = 3_600_000;

/** A plain browser on `profile`, in a process of its own. */
export function launchPlain(name: BrowserName, profile: string): Promise<Browser> {
  const shared = {
    executablePath: executable(name),
    headless: true,
    userDataDir: profile,
    protocolTimeout: LONGEST_ANSWER_MS,
  };
  if (name === 'firefox') {
    const extraPrefsFirefox = { 'privacy.reduceTimerPrecision': false, 'dom.max_script_run_time': 0 };
    return puppeteer.launch({ ...shared, browser: 'firefox', extraPrefsFirefox });
  }
  const args = ['--no-sandbox', '--disable-quic', '--disable-component-update', '--no-first-run'];
  return puppeteer.launch({ ...shared, pipe: true, args: [...args, '--disable-background-networking'] });
}
