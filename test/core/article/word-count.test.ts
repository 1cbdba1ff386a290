import { describe, expect, it } from 'vitest';
import { countWords, readingMinutes } from '../../../core/article/word-count.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['— … !', 0],
    ['one two  three', 3],
    ["Japan's AI-plank isn't 98.3 of snake_case", 6],
    ['Überraschung naïve Ελλάδα привет שלום', 5],
    ['see [the post](https://example.org/a/b-c?d=e) now', 4],
    ['हिन्दी में लिखा', 3],
  ])('counts the words of %j: %i', (text, words) => {
    expect(countWords(text, 'en')).toBe(words);
  });

  it('asks the segmenter for scripts that do not part words', () => {
    expect(countWords('日本と韓国が合意した', 'ja')).toBeGreaterThan(4);
    expect(countWords('สวัสดีชาวโลก', 'th')).toBeGreaterThan(1);
    expect(countWords('GPT-5 は 韓国', null)).toBe(3);
  });
});

it('readingMinutes rounds to whole minutes, at least one', () => {
  expect(readingMinutes(0)).toBe(1);
  expect(readingMinutes(238)).toBe(1);
  expect(readingMinutes(2_380)).toBe(10);
  expect(readingMinutes(2_500)).toBe(11);
});
