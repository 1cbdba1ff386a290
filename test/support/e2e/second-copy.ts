import type { Session } from '../browser/session.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

/** What lies under a key of `storage.local`; undefined when nothing does. */
export function copyValue(session: Session, key: string): Promise<unknown> {
  return session.inExtension(readValue, key);
}

async function readValue(key: string): Promise<unknown> {
  return (await chrome.storage.local.get(key))[key];
}
