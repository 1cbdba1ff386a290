import { expect, it } from 'vitest';
import { asksForOwn } from '../../../core/query/own-conditions.ts';
import { parseQuery } from '../../../core/query/parse-query.ts';

function asks(text: string): boolean {
  const parsed = parseQuery(text);
  if (!parsed.ok) throw new Error(text);
  return asksForOwn(parsed.query);
}

it.each(['is:unread', 'chips -tag:read', '(lang:en OR has:note)', '-(topic:a tag:b)'])(
  '%s asks for what the reader put there',
  (text) => {
    expect(asks(text)).toBe(true);
  },
);

it.each(['', 'is unread', 'topic:tag -entity:note', 'saved:<30d OR "a tag"'])('%s does not', (text) => {
  expect(asks(text)).toBe(false);
});
