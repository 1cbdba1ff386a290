import type { ImportRefusal, RefusalReason } from '../../core/transfer/import-report.ts';
import { isRefusal, type Line } from './list-reader.ts';

/** Parts that no article has asked for are looked past this far: their article may have been refused, or have none. */
const MOST_GROUPS = 2_000;
const MOST_BYTES_AHEAD = 1 << 24;
/** The parts of one article beyond this many bytes of lines are refused. */
const MOST_BYTES = 1 << 26;

/** The parts that belong to one article. */
interface Group<Part> {
  readonly key: string;
  readonly parts: Part[];
  bytes: number;
}

/**
 * A list of parts (originals, revisions) read along with the list of their articles, which has the same order: the
 * parts of an article stand next when it is asked for, or a little further on where those of refused articles are
 * passed over.
 */
export class PartLines<Part extends object> {
  readonly #lines: AsyncGenerator<Line | ImportRefusal>;
  readonly #parse: (value: unknown) => Part | RefusalReason;
  readonly #keyOf: (part: Part) => string;
  /** Groups read and not taken, the first first; the last may go on. */
  readonly #ahead: Group<Part>[] = [];
  readonly #refusals: ImportRefusal[] = [];
  #isRead = false;
  #bytesAhead = 0;

  constructor(
    lines: AsyncGenerator<Line | ImportRefusal>,
    parse: (value: unknown) => Part | RefusalReason,
    keyOf: (part: Part) => string,
  ) {
    this.#lines = lines;
    this.#parse = parse;
    this.#keyOf = keyOf;
  }

  /** The parts of the article with this key, the next one or a later one. */
  async take(key: string): Promise<readonly Part[]> {
    let at = this.#ahead.findIndex((group) => group.key === key);
    while (at === -1 && !this.#isFarAhead() && (await this.#readOne())) {
      if (this.#ahead.at(-1)?.key === key) at = this.#ahead.length - 1;
    }
    if (at === -1) return [];
    while (at === this.#ahead.length - 1 && (await this.#readOne()));
    const passed = this.#ahead.splice(0, at + 1);
    this.#bytesAhead -= passed.reduce((sum, { bytes }) => sum + bytes, 0);
    return passed.at(-1)?.parts ?? [];
  }

  /** What was refused since this was last asked. */
  refusals(): readonly ImportRefusal[] {
    return this.#refusals.splice(0);
  }

  /** Reads to the end, so that the list's own hash is compared. */
  async finish(): Promise<void> {
    do this.#ahead.length = 0;
    while (await this.#readOne());
  }

  async #readOne(): Promise<boolean> {
    while (!this.#isRead) {
      const next = await this.#lines.next();
      if (next.done) this.#isRead = true;
      else if (isRefusal(next.value)) this.#refusals.push(next.value);
      else if (this.#add(next.value)) return true;
    }
    return false;
  }

  #isFarAhead(): boolean {
    return this.#ahead.length >= MOST_GROUPS || this.#bytesAhead >= MOST_BYTES_AHEAD;
  }

  #add({ where, value, bytes }: Line): boolean {
    const part = this.#parse(value);
    if (typeof part === 'string') {
      this.#refusals.push({ where, reason: part });
      return false;
    }
    const key = this.#keyOf(part);
    const last = this.#ahead.at(-1);
    const isSame = last?.key === key;
    if (isSame && last.bytes + bytes > MOST_BYTES) {
      this.#refusals.push({ where, reason: 'too-large' });
      return true;
    }
    this.#bytesAhead += bytes;
    if (!isSame) this.#ahead.push({ key, parts: [part], bytes });
    else {
      last.parts.push(part);
      last.bytes += bytes;
    }
    return true;
  }
}
