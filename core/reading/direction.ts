const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/gu;
const LETTER = /\p{L}/gu;

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 2000;

/**
 * The direction most letters at the beginning of `text` run in, as a value of the `dir` attribute; `auto` when there
 * are no letters. The first letter alone, as `auto` takes it, would call Arabic that opens with "OpenAI" left-to-right.
 */
export function directionOf(text: string): 'ltr' | 'rtl' | 'auto' {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(LETTER)?.length ?? 0;
  if (letters === 0) return 'auto';
  return (sample.match(RIGHT_TO_LEFT)?.length ?? 0) > letters / 2 ? 'rtl' : 'ltr';
}
