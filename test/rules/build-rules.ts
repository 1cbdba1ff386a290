import { type ESTree, Visitor } from 'vite';
import { parseSource } from './source-file.ts';

/** Rules on the text of built files: each takes one file and answers what offends. */

/** The site, and names that look like addresses but are never asked for. */
const KNOWN_ADDRESSES = [
  /^https:\/\/wpnews\.pro(\/|$)/,
  // Namespaces and vocabularies, of Preact's elements, of JSON-LD and of the files that are exported: compared as text.
  /^http:\/\/www\.w3\.org\/(1998\/Math\/MathML|1999\/xhtml|2000\/svg|ns\/anno\.jsonld)$/,
  /^https?:\/\/schema\.org(\/\w*)?$/,
  /^http:\/\/(www\.idpf\.org\/2007\/op[fs]|purl\.org\/dc\/elements\/1\.1\/|www\.daisy\.org\/z3986\/2005\/ncx\/)$/,
  // The names of a cache's entries, which must be addresses of the web. RFC 2606 keeps `.invalid` from ever leading anywhere.
  /^https:\/\/reserve\.invalid\/(room|mark)$/,
  // In the words of an error of Citation.js.
  /^https:\/\/github\.com\/larsgw\/citation\.js\/issues\/144$/,
];

/**
 * Addresses of any other place, `//host` in a page included. A scheme alone names no place: it is put before addresses
 * out of articles, which nothing but a person's click opens.
 */
export function foreignAddresses(text: string): string[] {
  const absolute = text.match(/\b(?:https?|wss?|ftp):\/\/\w[\w.\-/%?=#:@]*/g) ?? [];
  const relative = text.match(/(?:src|href|url\()=?["']?\/\/[\w.-]+/g) ?? [];
  return [...absolute.filter((address) => !KNOWN_ADDRESSES.some((known) => known.test(address))), ...relative];
}

/** Ways to run text as code. */
export function runsText(name: string, script: string): string[] {
  const found: string[] = [];
  const { program } = parseSource(name, script);
  const look = (callee: ESTree.Expression) => {
    if (callee.type === 'Identifier' && /^(eval|Function)$/.test(callee.name)) found.push(`${callee.name}()`);
  };
  new Visitor({
    CallExpression: ({ callee }) => look(callee),
    NewExpression: ({ callee }) => look(callee),
    ImportExpression: ({ source }) => {
      const isWritten = source.type === 'Literal' || (source.type === 'TemplateLiteral' && source.quasis.length === 1);
      if (!isWritten) found.push('import() of an address made at run time');
    },
  }).visit(program);
  return found;
}

/** Listeners for other extensions or web pages. The polyfill's table names the event, which opens nothing. */
export function outsideListeners(text: string): string[] {
  return text.match(/\.on(Message|Connect)External\b/g) ?? [];
}

/** What the page policy would refuse: scripts and styles written into the page itself. */
export function inlineCode(html: string): string[] {
  return html.match(/<script(?![^>]*\ssrc=)[^>]*>|<style\b|\s(on\w+|style)=/g) ?? [];
}
