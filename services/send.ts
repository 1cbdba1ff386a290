import browser from 'webextension-polyfill';
import { problem } from '../core/problem.ts';
import type { PageRequest, SaveAnswer } from '../core/protocol.ts';
import { fail } from '../core/result.ts';

/** How often a page asks again when the background was stopped before it could answer. */
const TRIES = 3;

/**
 * Asks the background and waits for its answer. A background that is stopped in the middle answers `undefined` or
 * rejects; every request is idempotent, so it is asked again, and only then is the outcome `interrupted`.
 */
export async function send(request: PageRequest): Promise<SaveAnswer> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const answer: unknown = await browser.runtime.sendMessage(request).catch(() => undefined);
    if (isAnswer(answer)) return answer;
  }
  return fail(problem('interrupted'));
}

function isAnswer(answer: unknown): answer is SaveAnswer {
  return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
