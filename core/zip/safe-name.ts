// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const UNSAFE_LETTER = /[\u0000-\u001F\u007F\\:*?"<>|\uFFFD]/;
const LONGEST_NAME = 1_000;

/**
 * Whether a file of a zip may be called so: relative, no way up, nothing that some system takes for a drive, a
 * wildcard or a separator.
 */
export function isSafeName(name: string): boolean {
  if (name === '' || name.length > LONGEST_NAME || UNSAFE_LETTER.test(name)) return false;
  return name.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
