import { describe, expect, test } from 'vitest';
import { createJobRunner } from '../../../components/jobs/job-runner.ts';
import { FakeJobs } from '../../support/fake-job.ts';

function running() {
  const jobs = new FakeJobs<string>();
  const runner = createJobRunner<string>();
  const made = runner.run((onProgress) => jobs.begin(onProgress));
  return { jobs, runner, made };
}

describe('a job runner', () => {
  test('says how far the job is, and keeps what it made', async () => {
    const { jobs, runner, made } = running();
    expect(runner.state.value).toEqual({ kind: 'running', done: 0, total: 0, isPaused: false });
    jobs.last.progress(3, 10);
    expect(runner.state.value).toMatchObject({ done: 3, total: 10 });
    jobs.last.succeed('a file');
    expect(await made).toBe('a file');
    expect(runner.state.value).toEqual({ kind: 'done', value: 'a file' });
  });

  test('pauses, resumes and cancels the job, and says so', async () => {
    const { jobs, runner, made } = running();
    runner.pause();
    expect(jobs.last.isPaused).toBe(true);
    expect(runner.state.value).toMatchObject({ isPaused: true });
    runner.resume();
    expect(jobs.last.isPaused).toBe(false);
    expect(runner.state.value).toMatchObject({ isPaused: false });
    runner.cancel();
    expect(await made).toBeNull();
    expect(runner.state.value).toEqual({ kind: 'failed', problem: { kind: 'cancelled' } });
  });

  test('begins no second job while one is running', async () => {
    const { jobs, runner } = running();
    expect(await runner.run((onProgress) => jobs.begin(onProgress))).toBeNull();
    expect(jobs.count).toBe(1);
  });

  test('hears no more of a job that was forgotten, neither its progress nor its end', async () => {
    const { jobs, runner, made } = running();
    const forgotten = jobs.last;
    runner.forget();
    expect(forgotten.isCancelled).toBe(true);
    const next = runner.run((onProgress) => jobs.begin(onProgress));
    forgotten.progress(9, 10);
    expect(await made).toBeNull();
    expect(runner.state.value).toMatchObject({ kind: 'running', done: 0 });
    jobs.last.succeed('the second');
    expect(await next).toBe('the second');
  });

  test('makes a problem of a job that ends in an error', async () => {
    const runner = createJobRunner<string>();
    const outcome = Promise.reject(new Error('a bug'));
    await runner.run(() => ({ outcome, pause() {}, resume() {}, cancel() {} }));
    expect(runner.state.value).toEqual({ kind: 'failed', problem: { kind: 'interrupted' } });
  });
});
