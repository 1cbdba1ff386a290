import { printQuery } from './print-query.ts';
import { ATTACHMENTS, FIELD_NAMES, STATES, VALUE_FIELDS, type ValueField } from './query.ts';

/**
 * What could come where the caret stands in the text of a query. The text may be half typed and no query at all, so it
 * is cut up more leniently here than `tokens.ts` does it, with the same escapes and quotes.
 */

interface Place {
  /** What is typed of it before the caret, without quotes and escapes. */
  readonly typed: string;
  /** What a pick replaces, `text.slice(from, to)`, in UTF-16 units: a name with its colon, or a whole term. */
  readonly from: number;
  readonly to: number;
}

/** The thing being typed: the name of a field, or the value of one. */
export type Completion =
  | (Place & { readonly kind: 'name' | 'state' | 'attachment' })
  | (Place & { readonly kind: 'value'; readonly field: ValueField });

const QUOTED = String.raw`"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)`;
const BARE = String.raw`(?:\\[\s\S]|[^\s"()\\]|\\$)*`;
const CLOSED = /^"(?:\\[\s\S]|[^"\\])*"$/;

/** White space, a parenthesis or a minus; or a word, a phrase or a field with its value, if any: never empty but at the end. */
const PIECE = new RegExp(
  String.raw`\s+|[()]|-(?=[^\s)])|(?<name>(?:${FIELD_NAMES.join('|')}):)?(?<value>${QUOTED}|${BARE})`,
  'iy',
);

/** What is being typed at `caret`, or null where nothing can be offered: in a word, a phrase or a date. */
export function completionAt(text: string, caret: number): Completion | null {
  PIECE.lastIndex = 0;
  let from = 0;
  while (from < text.length) {
    const { name = '', value } = PIECE.exec(text)?.groups ?? {};
    const to = PIECE.lastIndex;
    if (caret <= to && caret > from && value !== undefined) {
      return caret < from + name.length || name === ''
        ? nameAt(text, from, to, caret)
        : valueAt(text, name.slice(0, -1).toLowerCase(), { from, to, caret, valueFrom: from + name.length });
    }
    if (caret < to || to <= from) break;
    from = to;
  }
  return nameAt(text, caret, caret, caret);
}

/** The name that is typed at `caret` in the piece from … to, if that can still become one. */
function nameAt(text: string, from: number, to: number, caret: number): Completion | null {
  const [letters = ''] = /^[a-z]*/i.exec(text.slice(from, to)) ?? [];
  const end = from + letters.length;
  const next = text.charAt(end);
  if (caret > end || (next !== ':' && !/^[\s)]?$/.test(next))) return null;
  return { kind: 'name', typed: text.slice(from, caret), from, to: next === ':' ? end + 1 : end };
}

interface ValuePlace {
  readonly from: number;
  readonly to: number;
  readonly caret: number;
  readonly valueFrom: number;
}

function valueAt(text: string, name: string, { from, to, caret, valueFrom }: ValuePlace): Completion | null {
  const isQuoted = text.charAt(valueFrom) === '"';
  const isClosed = CLOSED.test(text.slice(valueFrom, to));
  if (isQuoted && (caret === valueFrom || (isClosed && caret === to))) return null;
  const typed = text.slice(isQuoted ? valueFrom + 1 : valueFrom, caret).replace(/\\([\s\S])/g, '$1');
  // A quote that is not closed yet swallows all that follows it, which is not meant to go.
  const place = { typed, from, to: isQuoted && !isClosed ? caret : to };
  if (name === 'is') return { kind: 'state', ...place };
  if (name === 'has') return { kind: 'attachment', ...place };
  const field = VALUE_FIELDS.find((known) => known === name);
  return field === undefined ? null : { kind: 'value', field, ...place };
}

/** What the language itself can put there, in its order; the values of fields are the library's to know. */
export function knownCompletions({ kind, typed }: Completion): readonly string[] {
  const known = { name: FIELD_NAMES, state: STATES, attachment: ATTACHMENTS, value: [] }[kind];
  return known.filter((each) => each.startsWith(typed.toLowerCase()));
}

/** `text` with `value` where `completion` is, quoted as a printed query is, and where the caret goes on from there. */
export function completed(
  text: string,
  completion: Completion,
  value: string,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, completion.from) + insertion(completion, value);
  const after = text.slice(completion.to);
  if (completion.kind === 'name' || after.startsWith(')')) return { text: before + after, caret: before.length };
  return { text: /^\s/.test(after) ? before + after : `${before} ${after}`, caret: before.length + 1 };
}

function insertion(completion: Completion, value: string): string {
  switch (completion.kind) {
    case 'name':
      return `${value}:`;
    case 'state':
      return `is:${value}`;
    case 'attachment':
      return `has:${value}`;
    default:
      return printQuery({ kind: 'field', field: completion.field, value });
  }
}
