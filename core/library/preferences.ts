/** How the person likes to read. Kept in `storage.local`, shared live between open pages. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark' | 'sepia';
  readonly face: 'serif' | 'system';
  /** Steps from -2 to 4 around the base size. */
  readonly textSize: number;
  readonly measure: 'narrow' | 'normal' | 'wide';
  /** Single-key shortcuts on the library page (WCAG 2.1.4: can be switched off). */
  readonly singleKeys: boolean;
  /** Whether the library offers backups while there are none; the person can put that away. */
  readonly offersBackup: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = {
  theme: 'system',
  face: 'serif',
  textSize: 0,
  measure: 'normal',
  singleKeys: true,
  offersBackup: true,
};

/** The values each preference may have; what is stored is read as `unknown`, since another version may have written it. */
const CHOICES: { readonly [Name in keyof Preferences]: readonly Preferences[Name][] } = {
  theme: ['system', 'light', 'dark', 'sepia'],
  face: ['serif', 'system'],
  textSize: [-2, -1, 0, 1, 2, 3, 4],
  measure: ['narrow', 'normal', 'wide'],
  singleKeys: [true, false],
  offersBackup: [true, false],
};

/** Reads stored preferences: whatever is missing or not understood has its default. */
export function readPreferences(stored: unknown): Preferences {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const chosen = Object.entries(CHOICES).flatMap(([name, choices]) => {
    const choice = (choices as readonly unknown[]).find((value) => value === given[name]);
    return choice === undefined ? [] : [[name, choice]];
  });
  return { ...DEFAULT_PREFERENCES, ...Object.fromEntries(chosen) };
}
