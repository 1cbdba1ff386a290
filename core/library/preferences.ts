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
