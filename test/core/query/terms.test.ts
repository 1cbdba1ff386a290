import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../core/query/parse-query.ts';
import type { Query } from '../../../core/query/query.ts';
import { someTerm, wantedTerms } from '../../../core/query/terms.ts';

function query(text: string): Query {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(`${text} is no query`);
  return parsed.query;
}

describe('wantedTerms', () => {
  it('gives what an article may meet to be found, in order, and nothing of a negated part', () => {
    const wanted = wantedTerms(query('chips (topic:ai OR "export rules") -(tag:old is:read) -taiwan'));
    expect(wanted.map(({ kind }) => kind)).toEqual(['word', 'field', 'phrase']);
  });

  it('gives nothing of the empty query', () => {
    expect(wantedTerms(query(''))).toEqual([]);
  });
});

describe('someTerm', () => {
  it('sees into negated and combined parts', () => {
    const isMark = ({ kind }: { readonly kind: string }) => kind === 'is';
    expect(someTerm(query('chips -(topic:ai OR is:read)'), isMark)).toBe(true);
    expect(someTerm(query('chips -(topic:ai OR tag:read)'), isMark)).toBe(false);
    expect(someTerm(query(''), () => true)).toBe(false);
  });
});
