import { mkdtempSync, rmSync } from 'node:fs';
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
