import { useEffect } from 'preact/hooks';
import type { ArticleRecord, Mark } from '../../core/library/records.ts';
import { type ArticleActions, isMarked } from './article-actions.ts';
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
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  if (event.key === 'ArrowDown') return 'next';
  return event.key === 'ArrowUp' ? 'previous' : null;
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
    default: {
      const record = currentRecord(model);
      if (record === undefined) return false;
      act(command, record, actions);
      return true;
    }
  }
}

type ArticleCommand = 'open' | 'toggleRead' | 'toggleStar' | 'toggleArchive' | 'remove';

function act(command: ArticleCommand, record: ArticleRecord, actions: ArticleActions) {
  const toggle = (mark: Mark) => void actions.mark(record, mark, !isMarked(record, mark));
  if (command === 'open') actions.open(record.slug);
  else if (command === 'toggleRead') toggle('read');
  else if (command === 'toggleStar') toggle('starred');
  else if (command === 'toggleArchive') toggle('archived');
  else void actions.remove(record);
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

function back({ route, services, listHash }: PageModel): boolean {
  if (route.value.page === 'list') return false;
  services.location.go(listHash.value);
  return true;
}
