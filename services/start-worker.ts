/** The scripts that our pages start as workers, by their addresses in the extension's package. */
export const SEARCH_WORKER = '/search-worker.js';
export const TRANSFER_WORKER = '/transfer-worker.js';

/** The one script that a policy lets a page start: the policy of extension pages wants such addresses vouched for. */
interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

/** Starts a worker of this page. */
export function startWorker(script: typeof SEARCH_WORKER | typeof TRANSFER_WORKER): Worker {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: ScriptPolicies };
  const policy = trustedTypes?.createPolicy(`offprint${script.replaceAll('/', '-')}`, {
    createScriptURL: () => script,
  });
  return new Worker(policy?.createScriptURL(script) ?? script);
}
