const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/gu;
const LETTER = /\p{L}/gu;

/** How much of a text is looked at, in UTF-16 code units. */
const SAMPLE = 2000;

/**
 * The direction most letters at the beginning of `text` run in. The first letter alone, as `dir="auto"` takes it, would
 * call an Arabic text that opens with "OpenAI" left-to-right.
 */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const sample = text.slice(0, SAMPLE);
  const rightToLeft = sample.match(RIGHT_TO_LEFT)?.length ?? 0;
  const letters = sample.match(LETTER)?.length ?? 0;
  return rightToLeft > letters / 2 ? 'rtl' : 'ltr';
}
