import type { Preferences } from '../services/library.ts';

/** Puts the chosen theme on the page; `system` leaves it to the browser. */
export function applyTheme(root: HTMLElement, { theme }: Pick<Preferences, 'theme'>): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
