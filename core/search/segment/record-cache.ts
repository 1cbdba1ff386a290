import { keyNumber, keyNumbersOf, openRecord, type RecordKey, type RecordSource } from './record.ts';

interface Request {
  readonly key: RecordKey;
  readonly number: number;
}

/**
 * Reads records through a cache of limited size, least recently used out first. What is asked for in one turn of the
 * event loop is read from the source in one go, so that segments searched side by side share their round trips.
 */
export class RecordCache {
  readonly #source: RecordSource;
  readonly #limit: number;
  readonly #payloads = new Map<number, Uint8Array>();
  #bytes = 0;
  #waiting: Request[] = [];
  #round: Promise<Map<number, Uint8Array | Error>> | null = null;

  /** Keeps up to `limit` bytes. */
  constructor(source: RecordSource, limit: number) {
    this.#source = source;
    this.#limit = limit;
  }

  /** The payloads of `keys`, in their order; rejects with `DamagedRecord`, or with what the source threw. */
  async read(keys: readonly RecordKey[]): Promise<readonly Uint8Array[]> {
    const payloads: (Uint8Array | undefined)[] = keys.map((key) => this.#find(keyNumber(key)));
    if (!payloads.includes(undefined)) return payloads as readonly Uint8Array[];
    const missing = keys.filter((_, index) => payloads[index] === undefined);
    const read = await this.#readMissing(missing);
    return keys.map((key, index) => payloads[index] ?? loaded(read.get(keyNumber(key))));
  }

  /** Forgets what is cached of `segment`. */
  forget(segment: number): void {
    const { first, end } = keyNumbersOf(segment);
    for (const number of [...this.#payloads.keys()]) if (number >= first && number < end) this.#drop(number);
  }

  #find(number: number): Uint8Array | undefined {
    const payload = this.#payloads.get(number);
    if (payload === undefined) return undefined;
    this.#payloads.delete(number);
    this.#payloads.set(number, payload);
    return payload;
  }

  #readMissing(keys: readonly RecordKey[]): Promise<Map<number, Uint8Array | Error>> {
    for (const key of keys) this.#waiting.push({ key, number: keyNumber(key) });
    this.#round ??= Promise.resolve().then(() => this.#readWaiting());
    return this.#round;
  }

  async #readWaiting(): Promise<Map<number, Uint8Array | Error>> {
    const requests = [...new Map(this.#waiting.map((request) => [request.number, request])).values()];
    this.#waiting = [];
    this.#round = null;
    const records = await this.#source.read(requests.map(({ key }) => key));
    const read = new Map<number, Uint8Array | Error>();
    requests.forEach(({ key, number }, index) => {
      const payload = attempt(() => openRecord(key, records[index]));
      read.set(number, payload);
      if (payload instanceof Uint8Array) this.#keep(number, payload);
    });
    return read;
  }

  #keep(number: number, payload: Uint8Array): void {
    this.#drop(number);
    this.#payloads.set(number, payload);
    this.#bytes += payload.length;
    for (const oldest of this.#payloads.keys()) {
      if (this.#bytes <= this.#limit) break;
      this.#drop(oldest);
    }
  }

  #drop(number: number): void {
    this.#bytes -= this.#payloads.get(number)?.length ?? 0;
    this.#payloads.delete(number);
  }
}

function attempt(open: () => Uint8Array): Uint8Array | Error {
  try {
    return open();
  } catch (thrown) {
    return thrown as Error;
  }
}

function loaded(payload: Uint8Array | Error | undefined): Uint8Array {
  if (payload instanceof Uint8Array) return payload;
  throw payload ?? new Error('a record was asked for and not read');
}
