import { ByteReader } from '../bytes/byte-reader.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { openSealed, sealBytes } from '../bytes/checksum.ts';
import { INDEX_VERSION } from '../segment/record.ts';
import { analyseArticle, type TierEnds } from './analyse-article.ts';
import type { ArticleFields } from './article-fields.ts';
import { HASH_PRIME, HASH_START, TermTable } from './term-table.ts';
import { GAP, TokenList } from './token-list.ts';

/**
 * An analysed article as bytes: what a save stores beside the article, so that it can be found from that moment on and
 * flushed into a segment without reading the article again. As codes (`ByteWriter`): the index's version, the ends of
 * both tiers, the number of tokens, then for each token 0 for a gap, 1 for a term that is new in this article
 * (followed by its length and bytes), or 1 + n for the article's n-th term. A seal with the version as seed ends it.
 */
const NEW_TERM = 1;

/** A packed document. Made by `packArticle`, read by `unpackDocument` only. */
export type PackedDocument = Uint8Array;

/** The analysed article as bytes. */
export function packArticle(fields: ArticleFields): Uint8Array<ArrayBuffer> {
  const table = new TermTable();
  const tokens = new TokenList();
  const ends = analyseArticle(fields, table, tokens);
  const writer = new ByteWriter(4096);
  for (const value of [INDEX_VERSION, ends.first, ends.second, tokens.length]) writer.code(value);
  let known = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const id = tokens.ids[at] as number;
    if (id <= known) {
      writer.code(id === GAP ? GAP : NEW_TERM + id);
      continue;
    }
    const term = table.bytesOf(id);
    writer.code(NEW_TERM);
    writer.code(term.length);
    writer.append(term);
    known = id;
  }
  return sealBytes(writer.take(), INDEX_VERSION);
}

/** Appends the tokens of a packed document to `tokens`; null, and nothing appended, when the bytes are damaged. */
export function unpackDocument(packed: PackedDocument, table: TermTable, tokens: TokenList): TierEnds | null {
  const payload = openSealed(packed, INDEX_VERSION);
  if (payload === null || payload[0] !== INDEX_VERSION) return null;
  const reader = new ByteReader(payload, 1);
  const ends = { first: reader.code(), second: reader.code() };
  const ids = [GAP];
  for (let left = reader.code(); left > 0; left -= 1) {
    const code = reader.code();
    if (code === NEW_TERM) ids.push(readTerm(reader, table));
    tokens.push(ids[code === NEW_TERM ? ids.length - 1 : Math.max(0, code - NEW_TERM)] as number);
  }
  return ends;
}

function readTerm(reader: ByteReader, table: TermTable): number {
  const end = table.end + reader.code();
  let hash = HASH_START;
  for (let at = table.end; at < end; at += 1) {
    const byte = reader.byte();
    table.pool[at] = byte;
    hash = Math.imul(hash ^ byte, HASH_PRIME);
  }
  return table.add(end, hash);
}
