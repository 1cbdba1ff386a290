import type { BrowserName } from '../../test/support/browser/executables.ts';
import { type EnginePage, openEngine } from './engine-page.ts';
import { launchPlain } from './launch.ts';
import type { EngineName } from './page/engines.ts';
import { dropPageCache } from './page-cache.ts';
import type { Settings } from './settings.ts';

/** Where and how an engine is measured. */
export interface Place {
  readonly browser: BrowserName;
  readonly profile: string;
  readonly address: string;
  readonly settings: Settings;
}

/** Runs `work` with the engine in a browser process of its own, its page cache emptied first where asked and allowed. */
export async function inNewProcess<T>(
  { browser, profile, address, settings }: Place,
  engine: EngineName,
  work: (page: EnginePage) => Promise<T>,
): Promise<T> {
  if (settings.dropsCaches) dropPageCache();
  const running = await launchPlain(browser, profile);
  try {
    return await work(await openEngine(running, address, engine));
  } finally {
    await running.close();
  }
}
