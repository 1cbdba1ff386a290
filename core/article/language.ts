/** Longest tag RFC 5646 asks programs to keep (§4.4.1). */
const LONGEST_TAG = 35;
const MAYBE_TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i;

/** The BCP 47 tag in canonical case (`en`, `en-US`), or null when `text` is none or says nothing (`und`, `English`). */
export function readLanguageTag(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-');
  if (tag.length > LONGEST_TAG || !MAYBE_TAG.test(tag)) return null;
  try {
    const canonical = Intl.getCanonicalLocales(tag)[0];
    return canonical === undefined || /^(?:und|mul|zxx)\b/.test(canonical) ? null : canonical;
  } catch {
    // `getCanonicalLocales` throws a RangeError for what has the look of a tag but is none.
    return null;
  }
}

/** Whether two tags name the same primary language (`en-US` and `en`). */
export function isSameLanguage(one: string, other: string): boolean {
  return primaryOf(one) === primaryOf(other);
}

function primaryOf(tag: string): string | undefined {
  return tag.toLowerCase().split(/[-_]/, 1)[0];
}
