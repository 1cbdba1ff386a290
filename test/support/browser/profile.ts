import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new, empty profile folder in the system's temporary place. */
export function createProfile(): string {
  return mkdtempSync(join(tmpdir(), 'offprint-profile-'));
}

/** Removes a profile; a browser that is still writing its last files is given some time. */
export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** What the driver puts aside of a Firefox profile while it runs, and puts back by itself once it has ended. */
const PUT_ASIDE = ['prefs.js.puppeteer', 'user.js.puppeteer'];

/** Resolves when the driver is done with a profile whose browser was killed; a start before that meets files that go. */
export async function profileReleased(profile: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (PUT_ASIDE.some((file) => existsSync(join(profile, file)))) {
    if (Date.now() > deadline) throw new Error(`The driver did not put the preferences back in ${profile}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
