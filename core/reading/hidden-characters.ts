/**
 * Characters that are not seen but change what is seen: bidirectional controls can make a text read as another one
 * ("Trojan Source", CVE-2021-42574), zero-width ones can split a word or an address. Direction comes from `dir="auto"` instead.
 */

/** C0 and C1 controls but tab and line feed; bidirectional embeddings, overrides and isolates. */
const CONTROLS = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Zero-width characters and the soft hyphen, but not the two joiners, which scripts and emoji need. */
const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/** `text` without control characters; tab and line feed stay. */
export function withoutControls(text: string): string {
  return text.replaceAll(CONTROLS, (control) => (isLayout(control) ? control : ''));
}

/** `text` without control characters and without anything that takes no room: for the text of links. */
export function withoutHidden(text: string): string {
  return withoutControls(text).replaceAll(INVISIBLE, '');
}

/** `text` with every hidden character made visible as its code point, `⟨U+202E⟩`: for code, where each one counts. */
export function withHiddenShown(text: string): string {
  const shown = text.replaceAll(CONTROLS, (control) => (isLayout(control) ? control : codePoint(control)));
  return shown.replaceAll(INVISIBLE, codePoint);
}

/** Whether `text` holds any control character, tab and line feed included. */
export function hasControls(text: string): boolean {
  return text.search(CONTROLS) !== -1;
}

function isLayout(character: string): boolean {
  return character === '\t' || character === '\n';
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `⟨U+${hex.padStart(4, '0')}⟩`;
}
