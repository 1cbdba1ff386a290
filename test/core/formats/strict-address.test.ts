import { describe, expect, it } from 'vitest';
import { strictAddress } from '../../../core/formats/strict-address.ts';

describe('an address for other programs', () => {
  it.each([
    ['https://a.example/x?q={1}|[2]&r=`^#{f}', 'https://a.example/x?q=%7B1%7D%7C%5B2%5D&r=%60%5E#%7Bf%7D'],
    ['https://[::1]:8080/x?[y]', 'https://[::1]:8080/x?%5By%5D'],
    ['https://a.example/é?%7B', 'https://a.example/%C3%A9?%7B'],
  ])('of %s is %s', (address, strict) => {
    expect(strictAddress(address)).toBe(strict);
  });
});
