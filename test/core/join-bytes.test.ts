import { expect, it } from 'vitest';
import { joinBytes } from '../../core/join-bytes.ts';

it('puts pieces one after the other into an array of its own', () => {
  const piece = new Uint8Array([1, 2]);
  const whole = joinBytes([piece, new Uint8Array(0), new Uint8Array([3])], 3);
  piece[0] = 9;
  expect([...whole]).toEqual([1, 2, 3]);
  expect([...joinBytes([], 0)]).toEqual([]);
});
