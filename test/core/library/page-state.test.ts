import { describe, expect, it } from 'vitest';
import { pageStateOf } from '../../../core/library/page-state.ts';
import type { QueueRecord } from '../../../core/library/records.ts';
import { problem } from '../../../core/problem.ts';
import { aRecord } from '../../support/article-builders.ts';

const offline = problem('offline');
const waiting: QueueRecord = { slug: 'a-first-article', queuedAt: 1, attempts: 1, notBefore: 2, problem: offline };
const givenUp: QueueRecord = { ...waiting, notBefore: null };

describe('the state of an article page', () => {
  it('is unsaved when nothing is stored', () => {
    expect(pageStateOf(null, null, null)).toEqual({ kind: 'unsaved' });
  });

  it('is saved when the page is as old as the copy, or says nothing of its age', () => {
    expect(pageStateOf(aRecord(), null, null)).toEqual({ kind: 'saved' });
    expect(pageStateOf(aRecord(), null, '2026-06-28T05:40:42.082Z')).toEqual({ kind: 'saved' });
  });

  it('is newer when the page was modified after the copy', () => {
    expect(pageStateOf(aRecord(), null, '2026-06-28T05:40:42.083Z')).toEqual({ kind: 'newer' });
  });

  it('compares by day when one side knows only the day', () => {
    expect(pageStateOf(aRecord(), null, '2026-06-28')).toEqual({ kind: 'saved' });
    expect(pageStateOf(aRecord(), null, '2026-06-29')).toEqual({ kind: 'newer' });
    expect(pageStateOf(aRecord({ dateModified: '2026-06-28' }), null, '2026-06-28T23:00:00.000Z')).toEqual({
      kind: 'saved',
    });
  });

  it('is saved when the copy does not say when it was modified: an update could not end that', () => {
    const record = aRecord({ dateModified: null });
    expect(pageStateOf(record, null, '2026-06-30T04:40:04.000Z')).toEqual({ kind: 'saved' });
  });

  it('is queued while a save waits, even of an article that is saved', () => {
    expect(pageStateOf(null, waiting, null)).toEqual({ kind: 'queued', problem: offline });
    expect(pageStateOf(aRecord(), waiting, null)).toEqual({ kind: 'queued', problem: offline });
  });

  it('is failed when we gave up on an article that is not saved', () => {
    expect(pageStateOf(null, givenUp, null)).toEqual({ kind: 'failed', problem: offline });
    expect(pageStateOf(aRecord(), givenUp, null)).toEqual({ kind: 'saved' });
  });
});
