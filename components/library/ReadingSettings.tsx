import type { JSX } from 'preact';

export function ReadingSettings(): JSX.Element | null {
  return null;
}
