import { rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Alteration } from '../attacks/altered-extension.ts';
import type { LaunchOptions } from '../browser/driver.ts';
import { createProfile, removeProfile } from '../browser/profile.ts';
import { launchBrowser, type Session } from '../browser/session.ts';
import type { Bench } from './bench/main.ts';
import { bundleBench, writeBenchExtension } from './bench-extension.ts';

/**
 * Several libraries in one Chromium, each in a copy of the extension with an id, a database and a second copy of its own:
 * what is done to the files of one does not touch another, and one restart of the browser restarts them all.
 */

type Answer<Name extends keyof Bench> = Awaited<ReturnType<Bench[Name]>>;

export interface BenchLibrary {
  /** The extension's id, by which the profile names its files. */
  readonly id: string;
  /** The bench's page; another one after a restart. */
  readonly page: Page;
  /** Calls a function of the bench in its page. */
  call<Name extends keyof Bench>(name: Name, ...args: Parameters<Bench[Name]>): Promise<Answer<Name>>;
}

export interface Libraries {
  readonly profile: string;
  readonly session: Session;
  readonly all: readonly BenchLibrary[];
  /**
   * Closes the browser in good order or ends all its processes at once, lets `meanwhile` work on the profile's files, and
   * starts it anew. One that was killed before is started.
   */
  restart(meanwhile?: () => void, end?: 'close' | 'kill'): Promise<void>;
  close(): Promise<void>;
}

export interface LibrariesOptions extends Pick<LaunchOptions, 'extraArgs' | 'site'> {
  readonly count: number;
  /** Where the profile lies; by default in a temporary folder. */
  readonly profile?: string;
  /** Entries of the manifest that are added or replaced. */
  readonly manifest?: Alteration['manifest'];
  /** A script that runs first in the background and in the bench's page. */
  readonly before?: string;
}

export async function openLibraries(options: LibrariesOptions): Promise<Libraries> {
  const script = await bundleBench();
  const folders = Array.from({ length: options.count }, () => writeBenchExtension(script, options));
  const [first = ''] = folders;
  const profile = options.profile ?? createProfile();
  const session = await launchBrowser('chromium', { ...options, profile, extension: first });
  let all: readonly BenchLibrary[] = await openAll(session, folders);
  return {
    profile,
    session,
    get all() {
      return all;
    },
    async restart(meanwhile = () => {}, end = 'close') {
      if (end === 'kill') await session.kill();
      else if (session.browser.connected) await session.browser.close();
      meanwhile();
      await session.restart();
      all = await openAll(session, folders);
    },
    async close() {
      await session.close();
      for (const folder of folders) rmSync(folder, { recursive: true });
      if (options.profile === undefined) removeProfile(profile);
    },
  };
}

async function openAll(session: Session, folders: readonly string[]): Promise<BenchLibrary[]> {
  const origins = await Promise.all(
    folders.map(async (folder, place) =>
      place === 0 ? session.extensionUrl('') : `chrome-extension://${await session.browser.installExtension(folder)}/`,
    ),
  );
  return Promise.all(origins.map((origin) => openLibrary(session, origin)));
}

async function openLibrary(session: Session, origin: string): Promise<BenchLibrary> {
  const page = await session.openPage(`${origin}torture.html`);
  return {
    id: new URL(origin).host,
    page,
    call: (name, ...args) => callBench(page, name, ...args),
  };
}

/** Calls a function of the bench in its page; rejects at once when the browser goes, for which the driver may wait minutes. */
export async function callBench<Name extends keyof Bench>(
  page: Page,
  name: Name,
  ...args: Parameters<Bench[Name]>
): Promise<Answer<Name>> {
  const call = (named: string, given: unknown[]) => {
    const { bench } = globalThis as unknown as { bench: Record<string, (...all: unknown[]) => unknown> };
    return bench[named]?.(...given);
  };
  const browser = page.browser();
  let leave = () => {};
  const gone = new Promise<never>((_, reject) => {
    leave = () => reject(new Error('The browser is gone'));
  });
  browser.once('disconnected', leave);
  try {
    return (await Promise.race([page.evaluate(call, name, args), gone])) as Answer<Name>;
  } finally {
    browser.off('disconnected', leave);
  }
}
