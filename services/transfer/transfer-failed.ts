import type { Problem } from '../../core/problem.ts';

/** Ends a task in the transfer worker with a problem that a page shows. */
export class TransferFailed extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.kind);
    this.name = 'TransferFailed';
    this.problem = problem;
  }
}
