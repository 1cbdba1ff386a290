import { describe, expect, it } from 'vitest';
import type { ArticleDraft, Source } from '../../../core/article/article.ts';
import { type Attempt, nextSource } from '../../../core/article/source-plan.ts';
import { type ProblemKind, problem } from '../../../core/problem.ts';
import { fail, succeed } from '../../../core/result.ts';

const whole: ArticleDraft = { headline: 'H', topics: ['t'], articleBody: 'b', bodyFormat: 'markdown' };
const noBody: ArticleDraft = { headline: 'H', entities: [{ name: 'E', type: null }] };
const thin: ArticleDraft = { headline: 'H', articleBody: 'b', bodyFormat: 'markdown' };
const noHeadline: ArticleDraft = { topics: ['t'], articleBody: 'b', bodyFormat: 'markdown' };
const body: ArticleDraft = { headline: 'H', articleBody: 'b', bodyFormat: 'markdown' };
const excerpt: ArticleDraft = { ...whole, wordCount: 100 };

type Outcome = ArticleDraft | ProblemKind;

function attempt([source, outcome]: readonly [Source, Outcome]): Attempt {
  return { source, outcome: typeof outcome === 'string' ? fail(problem(outcome)) : succeed(outcome) };
}

describe('nextSource', () => {
  it.each<[string, (readonly [Source, Outcome])[], Source | null]>([
    ['begins with .jsonld', [], 'jsonld'],
    ['asks nothing more after a whole answer', [['jsonld', whole]], null],
    ['asks .json when .jsonld is missing', [['jsonld', 'not-found']], 'json'],
    ['asks .json when .jsonld is broken', [['jsonld', 'malformed']], 'json'],
    ['asks .json when .jsonld is not served as such', [['jsonld', 'wrong-type']], 'json'],
    ['asks .json when .jsonld is redirected', [['jsonld', 'misdirected']], 'json'],
    ['asks .json when .jsonld has neither topics nor entities', [['jsonld', thin]], 'json'],
    ['asks .json when .jsonld has no headline', [['jsonld', noHeadline]], 'json'],
    ['asks .md at once when only the body is missing', [['jsonld', noBody]], 'md'],
    ['asks .md when the body is shorter than announced', [['jsonld', excerpt]], 'md'],
    [
      'asks nothing more when .json filled the gap',
      [
        ['jsonld', thin],
        ['json', noBody],
      ],
      null,
    ],
    [
      'asks the page when topics are still missing',
      [
        ['jsonld', thin],
        ['json', 'not-found'],
      ],
      'inline',
    ],
    [
      'asks the page when the headline is still missing',
      [
        ['jsonld', 'malformed'],
        ['json', noHeadline],
      ],
      'inline',
    ],
    [
      'asks .md for the body after the page',
      [
        ['jsonld', 'not-found'],
        ['json', 'not-found'],
        ['inline', noBody],
      ],
      'md',
    ],
    [
      'rests content without topics that are nowhere',
      [
        ['jsonld', thin],
        ['json', thin],
        ['inline', 'not-an-article'],
      ],
      null,
    ],
    [
      'asks .txt only when .md failed',
      [
        ['jsonld', noBody],
        ['md', 'not-found'],
      ],
      'txt',
    ],
    [
      'asks .txt when .md had no body',
      [
        ['jsonld', noBody],
        ['md', { headline: 'H' }],
      ],
      'txt',
    ],
    [
      'asks nothing more when .md had the body',
      [
        ['jsonld', noBody],
        ['md', body],
      ],
      null,
    ],
    [
      'ends after .txt',
      [
        ['jsonld', noBody],
        ['md', 'not-found'],
        ['txt', 'not-found'],
      ],
      null,
    ],
    [
      'ends when even the page is missing',
      [
        ['jsonld', 'not-found'],
        ['json', 'not-found'],
        ['inline', 'not-found'],
      ],
      null,
    ],
    [
      'goes on when only the page is gone',
      [
        ['jsonld', { topics: ['t'] }],
        ['json', 'gone'],
        ['inline', 'gone'],
      ],
      'md',
    ],
  ])('%s', (_, tried, expected) => {
    expect(nextSource(tried.map(attempt))).toBe(expected);
  });

  it.each<ProblemKind>(['identity-mismatch', 'offline', 'rate-limited', 'no-site-access'])(
    'stops at once after %s',
    (kind) => {
      expect(nextSource([attempt(['jsonld', kind])])).toBeNull();
      expect(nextSource([attempt(['jsonld', noBody]), attempt(['md', kind])])).toBeNull();
    },
  );

  it('goes on after a source that kept silent', () => {
    expect(nextSource([attempt(['jsonld', 'timeout'])])).toBe('json');
  });

  it('always comes to an end, and asks no source twice', () => {
    for (const outcome of [whole, noBody, thin, noHeadline, excerpt, {}, 'not-found', 'malformed'] as const) {
      const tried: Attempt[] = [];
      for (let next = nextSource(tried); next !== null; next = nextSource(tried)) {
        expect(tried.map(({ source }) => source)).not.toContain(next);
        tried.push(attempt([next, outcome]));
      }
      expect(tried.length).toBeLessThanOrEqual(5);
    }
  });
});
