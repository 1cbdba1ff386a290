/**
 * Markdown can make much of little: a table line of two characters becomes a hundred cells, a three-character link a
 * thousand-character address. The budget bounds what is made by what came in, and in all.
 */
export interface Budget {
  /**
   * Pays for one node that carries `characters` of text or address and weighs as much as `weight` ordinary nodes to draw;
   * false when that is more than is left.
   */
  spend(characters: number, weight?: number): boolean;
  /** Whether a payment was ever refused: something is missing from the result. */
  readonly isExceeded: boolean;
}

/** Characters of output for one of input, at most (as JSON); real articles need 2 to 4. */
export const GREATEST_GROWTH = 50;
/** Nodes in one tree, at most: about what a browser lays out without a pause. */
export const MOST_NODES = 50_000;
/** A code block and a table are drawn as several elements inside a box that scrolls. */
export const CODE_WEIGHT = 5;
export const TABLE_WEIGHT = 8;
const NODE_COST = 50;
const FREE = 2_000;
const MOST_CHARACTERS = 10_000_000;

/** A budget for what `inputLength` characters of Markdown may become. */
export function createBudget(inputLength: number): Budget {
  let characters = Math.min(MOST_CHARACTERS, FREE + inputLength * GREATEST_GROWTH);
  let nodes = MOST_NODES;
  let isExceeded = false;
  return {
    spend(count, weight = 1) {
      nodes -= weight;
      characters -= NODE_COST + count;
      if (nodes < 0 || characters < 0) isExceeded = true;
      return !isExceeded;
    },
    get isExceeded() {
      return isExceeded;
    },
  };
}
