import { ByteWriter } from '../bytes/byte-writer.ts';
import { type IndexRecord, SLICE, type StreamKind, sealRecord } from './record.ts';

/** Cuts one of a segment's streams into records as it grows. */
export class StreamWriter {
  readonly #segment: number;
  readonly #kind: StreamKind;
  readonly #emit: (record: IndexRecord) => void;
  readonly #pending = new ByteWriter(2 * SLICE);
  #records = 0;

  constructor(segment: number, kind: StreamKind, emit: (record: IndexRecord) => void) {
    this.#segment = segment;
    this.#kind = kind;
    this.#emit = emit;
  }

  /** The bytes written so far. */
  get length(): number {
    return this.#records * SLICE + this.#pending.length;
  }

  append(bytes: Uint8Array, from: number, to: number): void {
    for (let start = from; start < to; ) {
      const end = Math.min(to, start + SLICE - this.#pending.length);
      this.#pending.append(bytes, start, end);
      start = end;
      if (this.#pending.length === SLICE) this.#cut();
    }
  }

  /** Emits what is left. */
  finish(): void {
    if (this.#pending.length > 0) this.#cut();
  }

  #cut(): void {
    const key = { segment: this.#segment, kind: this.#kind, number: this.#records };
    this.#records += 1;
    this.#emit(sealRecord(key, this.#pending.take()));
  }
}
