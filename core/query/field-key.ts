import { fold } from './fold.ts';
import type { ValueField } from './query.ts';

/** What two spellings of one field value have in common: `topic:AI` is `topic:ai`, `source:www.dev.to` is `source:dev.to`. */
export function fieldKey(field: ValueField, value: string): string {
  const folded = fold(value);
  return field === 'source' ? folded.replace(/^(?:www\.)+/, '') : folded;
}
