import { describe, expect, it } from 'vitest';
import { directionOf } from '../../../core/reading/direction.ts';

describe('directionOf', () => {
  it.each([
    ['An English sentence', 'ltr'],
    ['جملة عربية', 'rtl'],
    ['משפט בעברית', 'rtl'],
    ['OpenAI تطلق نموذجًا جديدًا للاستدلال', 'rtl'],
    ['The word سلام means peace', 'ltr'],
    ['日本語の文', 'ltr'],
    ['12 : 34 — ?', 'auto'],
    ['', 'auto'],
  ])('of %j is %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});
