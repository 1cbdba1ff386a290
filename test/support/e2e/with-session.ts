import { afterAll, beforeAll } from 'vitest';
import { type DemoSite, startDemoSite } from '../../site/demo-site.ts';
import type { LaunchOptions } from '../browser/driver.ts';
import type { BrowserName } from '../browser/executables.ts';
import { launchBrowser, type Session } from '../browser/session.ts';

/** Which browser, and how it is started. */
export interface Stage extends Omit<LaunchOptions, 'site'> {
  readonly name: BrowserName;
}

export interface Begun {
  readonly site: DemoSite;
  readonly session: Session;
}

/** Starts a demo site and a browser on it before the tests of this block, hands them to `prepare`, and ends both after the tests. */
export function withSession({ name, ...options }: Stage, prepare: (begun: Begun) => Promise<void> | void): void {
  let site: DemoSite | undefined;
  let session: Session | undefined;

  beforeAll(async () => {
    site = await startDemoSite();
    session = await launchBrowser(name, { site, ...options });
    await prepare({ site, session });
  });

  afterAll(async () => {
    await session?.close();
    await site?.stop();
  });
}
