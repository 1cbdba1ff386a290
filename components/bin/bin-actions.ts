import { type Signal, signal } from '@preact/signals';
import type { BinnedArticle } from '../../core/library/bin.ts';
import type { Bin } from '../../services/bin.ts';
import { createJobRunner, type JobRunner } from '../jobs/job-runner.ts';
import type { PageModel } from '../library/page-model.ts';
import { problemMessage } from '../problem-message.ts';
import type { Translate } from '../translation.ts';

/** What is done to articles in the bin. Deleting for good asks first. */
export interface BinActions {
  /** The slugs of the articles that the dialog asks about; null while it is closed. */
  readonly asking: Signal<readonly string[] | null>;
  readonly purging: JobRunner<number>;
  restore(article: BinnedArticle): Promise<void>;
  /** Deletes articles for good, without asking. */
  purge(slugs: readonly string[]): Promise<void>;
}

export function createBinActions({ services, toasts }: PageModel, t: Translate): BinActions {
  const { bin, library, locale } = services;
  const purging = createJobRunner<number>();
  return {
    asking: signal(null),
    purging,
    async restore({ slug, headline }) {
      const outcome = await library.restore(slug);
      toasts.show(outcome.ok ? t('bin.restored', [headline]) : problemMessage(outcome.problem.kind, t));
    },
    async purge(slugs) {
      const count = await purging.run((onProgress) => purgeJob(bin, slugs, onProgress));
      const state = purging.state.peek();
      if (count !== null) toasts.show(t('bin.purged', count, [new Intl.NumberFormat(locale).format(count)]));
      else if (state.kind === 'failed') toasts.show(problemMessage(state.problem.kind, t));
    },
  };
}

/** Deleting as a job: it can be stopped, but not paused. */
function purgeJob(bin: Bin, slugs: readonly string[], onProgress: (done: number, total: number) => void) {
  const stopper = new AbortController();
  const work = { signal: stopper.signal, progress: (done: number) => onProgress(done, slugs.length) };
  const outcome = bin
    .purge(slugs, work)
    .then((purged) => (purged.ok ? { ok: true as const, value: purged.value.length } : purged));
  return { outcome, pause() {}, resume() {}, cancel: () => stopper.abort() };
}
