/** Text as XML and HTML both read it. The pages of an export are written so that one text is well-formed as either. */

/** What XML 1.0 cannot hold at all: control characters but tab, line feed and carriage return, and the non-characters U+FFFE and U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the point.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

/** `text` as character data or as the value of an attribute in double quotes, whatever it holds; lone surrogates become U+FFFD. */
export function escaped(text: string): string {
  const legal = text.toWellFormed().replace(NOT_IN_XML, '');
  return legal.replace(/[&<>"]/g, (character) => REFERENCES.get(character) ?? character);
}
