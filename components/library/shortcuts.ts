/**
 * The single keys of the library page, in the shared dialect of mail and reading programs. Letters and signs can be
 * switched off (WCAG 2.1.4); they are dead while a person types and while a dialog is open.
 */

export type Command =
  | 'search'
  | 'next'
  | 'previous'
  | 'open'
  | 'back'
  | 'toggleRead'
  | 'toggleStar'
  | 'toggleArchive'
  | 'remove'
  | 'select'
  | 'selectRange'
  | 'selectNext'
  | 'selectPrevious'
  | 'selectAll'
  | 'clearSelection'
  | 'tag'
  | 'note'
  | 'undo'
  | 'help';

/** The keys as the help shows them, in its order. */
export const SHORTCUTS: readonly { readonly command: Command; readonly keys: readonly string[] }[] = [
  { command: 'search', keys: ['/'] },
  { command: 'next', keys: ['j'] },
  { command: 'previous', keys: ['k'] },
  { command: 'open', keys: ['o', 'Enter'] },
  { command: 'back', keys: ['u'] },
  { command: 'toggleRead', keys: ['m'] },
  { command: 'toggleStar', keys: ['s'] },
  { command: 'toggleArchive', keys: ['e'] },
  { command: 'remove', keys: ['#'] },
  { command: 'tag', keys: ['t'] },
  { command: 'note', keys: ['n'] },
  { command: 'select', keys: ['x'] },
  { command: 'selectRange', keys: ['X'] },
  { command: 'selectNext', keys: ['J'] },
  { command: 'selectPrevious', keys: ['K'] },
  { command: 'selectAll', keys: ['*'] },
  { command: 'clearSelection', keys: ['Escape'] },
  { command: 'undo', keys: ['z'] },
  { command: 'help', keys: ['?'] },
];

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  SHORTCUTS.flatMap(({ command, keys }) => keys.map((key) => [key, command] as const)),
);

/** A key that is held down goes on moving, but does not go on removing. */
const REPEATABLE: ReadonlySet<Command> = new Set(['next', 'previous', 'selectNext', 'selectPrevious']);

/** The command of a key press, or null when the press belongs to the browser or to what has the focus. */
export function commandOf(event: KeyboardEvent, singleKeys: boolean): Command | null {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const focused = event.target instanceof Element ? event.target : null;
  if (focused !== null && (isTyping(focused) || focused.closest('dialog') !== null)) return null;
  if (event.key === 'Enter') return focused === document.body ? 'open' : null;
  if (event.key === 'Escape') return 'clearSelection';
  const command = singleKeys ? (COMMANDS.get(event.key) ?? null) : null;
  return event.repeat && command !== null && !REPEATABLE.has(command) ? null : command;
}

const NOT_TYPED_INTO = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file']);

function isTyping(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !NOT_TYPED_INTO.has(element.type);
  return (
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  );
}
