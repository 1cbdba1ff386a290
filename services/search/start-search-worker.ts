/** The address of the worker's script in the extension's package. */
const WORKER = '/search-worker.js';

/** The one script that a page of ours may start: the policy of extension pages wants such addresses vouched for. */
interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

/** Starts the search worker of this page. */
export function startSearchWorker(): Worker {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: ScriptPolicies };
  const policy = trustedTypes?.createPolicy('offprint-worker', { createScriptURL: () => WORKER });
  return new Worker(policy?.createScriptURL(WORKER) ?? WORKER);
}
