import { Tokenizer } from 'htmlparser2';

/** What `readHtml` reports, in document order. Tag and attribute names are in lower case; character references are decoded. */
export interface HtmlListener {
  onOpen(tag: string, attributes: ReadonlyMap<string, string>): void;
  onClose(tag: string): void;
  onText(text: string): void;
}

/**
 * Reads HTML as a flat run of tags and texts, in time proportional to its length. The tokenizer is used rather than
 * htmlparser2's `Parser`, whose stack of open elements makes deeply nested and badly closed pages quadratic. Comments and
 * declarations are left out; the content of `script` and `style` comes as text.
 */
export function readHtml(html: string, listener: HtmlListener): void {
  let tag = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  const openTag = () => {
    listener.onOpen(tag, attributes);
    attributes = new Map();
  };
  const tokenizer = new Tokenizer(
    {},
    {
      onopentagname(start, end) {
        tag = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribentity(codePoint) {
        value += String.fromCodePoint(codePoint);
      },
      onattribend() {
        // As in browsers, the first of two attributes with one name counts.
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagend: openTag,
      onselfclosingtag: openTag,
      onclosetag(start, end) {
        listener.onClose(html.slice(start, end).trim().toLowerCase());
      },
      ontext(start, end) {
        listener.onText(html.slice(start, end));
      },
      ontextentity(codePoint) {
        listener.onText(codePoint === 0xfffd ? '' : String.fromCodePoint(codePoint));
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}
