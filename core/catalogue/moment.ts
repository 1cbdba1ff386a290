import type { Bitmap } from '../search/bytes/bitmap.ts';
import type { Counts } from './count-rows.ts';
import type { ListSort } from './row-lists.ts';
import type { Rows } from './rows.ts';
import type { ValueDictionary } from './value-dictionary.ts';
import type { ValueRows } from './value-rows.ts';

/** The articles between two changes. Nothing in it changes afterwards; its dictionary may get more values. */
export interface Moment {
  readonly rows: Rows;
  /** The rows in use: every article has one. */
  readonly live: Bitmap;
  /** How many rows are in use. */
  readonly size: number;
  /** The rows in use in the order of each list. */
  readonly lists: { readonly [Name in ListSort]: Uint32Array };
  readonly values: ValueDictionary;
  /** Over all articles. */
  readonly counts: Counts;
  readonly valueRows: ValueRows;
}
