/**
 * An address that other programs take: the URL standard lets stand some characters in paths, queries and fragments that
 * RFC 3986 does not, and of which some are markup in BibTeX. They are percent-encoded, which leads to the same place.
 */
export function strictAddress(address: string): string {
  const { href, origin } = new URL(address);
  const beyondHost = href.slice(origin.length).replace(/[{}[\]\\^`|]/g, encoded);
  return origin + beyondHost;
}

function encoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
