import type { Preferences } from '../../core/library/preferences.ts';

/** Sets the theme on the root element; `system` leaves the choice to the system. */
export function applyTheme(root: HTMLElement, theme: Preferences['theme']): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
