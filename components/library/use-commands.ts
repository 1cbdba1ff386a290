import { useEffect } from 'preact/hooks';
import { isMarked } from '../../core/library/own-change.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import type { ArticleActions } from './article-actions.ts';
import type { BulkActions } from './bulk-actions.ts';
import { movedCursor } from './cursor.ts';
import type { PageModel } from './page-model.ts';
import { type Command, commandOf } from './shortcuts.ts';

/** Lets the keyboard drive the page. */
export function useCommands(model: PageModel, actions: ArticleActions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = arrowCommand(event) ?? commandOf(event, model.preferences.value?.singleKeys ?? false);
      if (command !== null && run(command, model, actions)) event.preventDefault();
    };
    const forgetFocus = () => {
      const cursor = model.cursor.peek();
      if (cursor?.focus) model.cursor.value = { ...cursor, focus: false };
    };
    document.addEventListener('keydown', press);
    document.addEventListener('focusin', forgetFocus);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('focusin', forgetFocus);
    };
  }, [model, actions]);
}

/** The arrows move from article to article while one has the focus; elsewhere they scroll, as everywhere. */
function arrowCommand(event: KeyboardEvent): Command | null {
  if (!(event.target instanceof Element) || event.target.closest('.articles') === null) return null;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'ArrowDown') return event.shiftKey ? 'selectNext' : 'next';
  if (event.key === 'ArrowUp') return event.shiftKey ? 'selectPrevious' : 'previous';
  return null;
}

/** Does what `command` says; false when there is nothing to do it to. */
function run(command: Command, model: PageModel, actions: ArticleActions): boolean {
  switch (command) {
    case 'search':
      return focusSearch();
    case 'next':
      return move(model, 1);
    case 'previous':
      return move(model, -1);
    case 'back':
      return back(model);
    case 'undo':
      return model.toasts.undo();
    case 'help':
      model.helpOpen.value = true;
      return true;
    case 'note':
      return goToEntry('#note-entry');
    default:
      return runOnList(command, model, actions) || runOnArticle(command, model, actions);
  }
}

/** Commands of the list as a whole, and those that mean the selected articles while there are any. */
function runOnList(command: Command, model: PageModel, actions: ArticleActions): boolean {
  if (model.route.value.page !== 'list') return false;
  const { selection } = model;
  switch (command) {
    case 'selectNext':
      return extend(model, 1);
    case 'selectPrevious':
      return extend(model, -1);
    case 'selectAll':
      selection.selectAll();
      return true;
    default:
      return selection.count.value > 0 && runOnSelected(command, model, actions.selected);
  }
}

function runOnSelected(command: Command, { selection }: PageModel, selected: BulkActions): boolean {
  switch (command) {
    case 'clearSelection':
      selection.clear();
      return true;
    case 'tag':
      selected.asking.value = 'add';
      return true;
    case 'toggleRead':
    case 'toggleStar':
    case 'toggleArchive':
      void selected.toggle(MARK_OF[command]);
      return true;
    case 'remove':
      void selected.remove();
      return true;
    default:
      return false;
  }
}

const MARK_OF = { toggleRead: 'read', toggleStar: 'starred', toggleArchive: 'archived' } as const;

function runOnArticle(command: Command, model: PageModel, actions: ArticleActions): boolean {
  const record = currentRecord(model);
  if (record === undefined) return false;
  switch (command) {
    case 'open':
      actions.open(record.slug);
      return true;
    case 'toggleRead':
    case 'toggleStar':
    case 'toggleArchive':
      void actions.mark(record, MARK_OF[command], !isMarked(record.own, MARK_OF[command]));
      return true;
    case 'remove':
      void actions.remove(record);
      return true;
    case 'tag':
      return tag(record, model, actions);
    default:
      return model.route.value.page === 'list' && select(command, record, model);
  }
}

function tag({ slug }: ArticleRecord, { route, selection }: PageModel, { selected }: ArticleActions): boolean {
  if (route.value.page === 'article') return goToEntry('#tag-entry');
  selection.begin(slug);
  selected.asking.value = 'add';
  return true;
}

function select(command: Command, { slug }: ArticleRecord, { selection, results }: PageModel): boolean {
  if (command === 'select') selection.toggle(slug);
  else if (command === 'selectRange') selection.extendTo(results.value.indexOf(slug));
  else return false;
  return true;
}

/** The article that is open, or else the one the keyboard is on. */
function currentRecord({ route, cursor, opened, results }: PageModel): ArticleRecord | undefined {
  const { page } = route.value;
  if (page === 'article') return opened.value ?? undefined;
  if (page !== 'list' || cursor.value === null || cursor.value.slug === null) return undefined;
  return results.value.at(results.value.indexOf(cursor.value.slug))?.record;
}

function focusSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('#search');
  box?.focus();
  box?.select();
  return box !== null;
}

function move({ route, results, cursor }: PageModel, steps: number): boolean {
  if (route.value.page !== 'list') return false;
  cursor.value = movedCursor(results.value, cursor.value, steps);
  return true;
}

/** Moves, and selects from where a range began, or else from here. */
function extend(model: PageModel, steps: number): boolean {
  const { selection, cursor } = model;
  const slug = cursor.value?.slug ?? null;
  if (selection.selected.value.anchor === null && slug !== null) selection.begin(slug);
  move(model, steps);
  if (cursor.value !== null) selection.extendTo(cursor.value.index);
  return true;
}

/** Goes to a field of the open article, or to the button that opens it. */
function goToEntry(selector: string): boolean {
  const entry = document.querySelector<HTMLElement>(selector);
  if (entry instanceof HTMLButtonElement) entry.click();
  else entry?.focus();
  return entry !== null;
}

function back({ route, services, listHash }: PageModel): boolean {
  if (route.value.page === 'list') return false;
  services.location.go(listHash.value);
  return true;
}
