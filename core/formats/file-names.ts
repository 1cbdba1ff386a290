import { foldSpace } from '../article/text.ts';

/** Names of files made from what a stranger wrote, good on every system and in Obsidian's links. */

/** Forbidden by Windows, or with a meaning within `[[links]]`. */
const FORBIDDEN = /[\\/:*?"<>|#^[\]]/g;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
/** Names that Windows gives to devices, whatever follows a dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

/** So that a path of Windows has room for folders before it (260 in all), and the name as UTF-8 is within 255 bytes elsewhere. */
const MOST_UNITS = 100;
const MOST_BYTES = 200;

/** `text` as the name of a file without its extension; not empty, and not yet unique. */
export function fileNameOf(text: string): string {
  const visible = foldSpace(text.normalize('NFC').replace(FORBIDDEN, ' ').replace(UNSEEN, ' '));
  const name = cut(visible.replace(/^[. ]+/, '')).replace(/[. ]+$/, '');
  if (name === '') return 'Untitled';
  return DEVICE.test(name) ? `_${name}` : name;
}

/** Whole characters only. */
function cut(text: string): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += utf8Length(character);
    if (bytes > MOST_BYTES || kept.length + character.length > MOST_UNITS) break;
    kept += character;
  }
  return kept;
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Gives each name once, whatever its case: the second `News` becomes `News (2)`. */
export class UniqueNames {
  readonly #lastNumber = new Map<string, number>();

  take(name: string): string {
    const key = caseFolded(name);
    let number = this.#lastNumber.get(key) ?? 0;
    let unique: string;
    do {
      number += 1;
      unique = number === 1 ? name : `${name} (${number})`;
    } while (number > 1 && this.#lastNumber.has(caseFolded(unique)));
    this.#lastNumber.set(key, number);
    if (number > 1) this.#lastNumber.set(caseFolded(unique), 1);
    return unique;
  }
}

/** Upper case first, as file systems compare: it makes `ß` and `SS` one. */
function caseFolded(name: string): string {
  return name.toUpperCase().toLowerCase();
}
