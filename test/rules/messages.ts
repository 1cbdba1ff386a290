import { type ESTree, Visitor } from 'vite';
import type { SourceFile } from './source-file.ts';

/** One message as written: its plural forms by count (`message` when it has none). */
export interface Message {
  readonly forms: Readonly<Record<string, string>>;
}

type Level = string | { readonly [key: string]: Level };

/** Every message of a locale file, by its key with dots. A group whose keys are counts is one message with plural forms. */
export function messagesIn(level: Level, key = ''): Map<string, Message> {
  if (typeof level === 'string') return new Map([[key, { forms: { message: level } }]]);
  const entries = Object.entries(level);
  if (entries.every(([name, text]) => /^(0|1|n)$/.test(name) && typeof text === 'string')) {
    return new Map([[key, { forms: Object.fromEntries(entries) as Record<string, string> }]]);
  }
  return new Map(entries.flatMap(([name, inner]) => [...messagesIn(inner, key ? `${key}.${name}` : name)]));
}

/** How a message of another language differs from the English one in what the code relies on, or null. */
export function differenceIn(english: Message, other: Message): string | null {
  const [englishForms, otherForms] = [english, other].map(({ forms }) => Object.keys(forms).sort().join(' '));
  if (englishForms !== otherForms) return `has the forms ${otherForms}, not ${englishForms}`;
  const [wanted, given] = [english, other].map((message) => [...substitutionsIn(message)].sort().join(' '));
  return wanted === given ? null : `fills in ${given || 'nothing'}, not ${wanted || 'nothing'}`;
}

/** `$1` to `$9` over all forms; a form may leave out the number that it says in words. */
function substitutionsIn({ forms }: Message): Set<string> {
  return new Set(Object.values(forms).flatMap((text) => text.match(/(?<!\$)\$[1-9]/g) ?? []));
}

/** What a source file asks of the messages: whole keys, and the beginnings of keys that are put together at run time. */
export interface AskedKeys {
  readonly keys: readonly string[];
  readonly beginnings: readonly string[];
}

/** Every text of `file` that could be a key or begin one, wherever it is looked up. */
export function textsIn({ program }: SourceFile): AskedKeys {
  const keys: string[] = [];
  const beginnings: string[] = [];
  new Visitor({
    Literal({ value }) {
      if (typeof value === 'string') keys.push(value);
    },
    TemplateLiteral({ quasis }) {
      const beginning = quasis[0]?.value.raw ?? '';
      if (quasis.length === 1) keys.push(beginning);
      else if (beginning.includes('.')) beginnings.push(beginning);
    },
  }).visit(program);
  return { keys, beginnings };
}

/** The keys and beginnings of keys that `file` looks up: the first argument of `t`, `translate` or `i18n.t`. */
export function keysAskedBy({ program }: SourceFile): AskedKeys {
  const keys: string[] = [];
  const beginnings: string[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      if (!isTranslate(callee) || !first) return;
      if (first.type === 'Literal' && typeof first.value === 'string') keys.push(first.value);
      if (first.type === 'TemplateLiteral') beginnings.push(first.quasis[0]?.value.raw ?? '');
    },
  }).visit(program);
  return { keys, beginnings };
}

function isTranslate(callee: ESTree.Expression): boolean {
  const name = callee.type === 'MemberExpression' ? callee.property : callee;
  return name.type === 'Identifier' && (name.name === 't' || name.name === 'translate');
}
