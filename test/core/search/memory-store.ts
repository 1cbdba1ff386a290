import { type IndexRecord, keyNumber, type RecordKey, type RecordSource } from '../../../core/search/segment/record.ts';

/** Records in memory, counted as they are read. */
export class MemoryStore implements RecordSource {
  readonly records = new Map<number, IndexRecord>();
  reads: RecordKey[][] = [];

  put(records: Iterable<IndexRecord>): void {
    for (const record of records) this.records.set(keyNumber(record.key), record);
  }

  dropSegment(id: number): void {
    for (const [number, { key }] of this.records) if (key.segment === id) this.records.delete(number);
  }

  async read(keys: readonly RecordKey[]): Promise<readonly (Uint8Array | undefined)[]> {
    this.reads.push([...keys]);
    return keys.map((key) => this.records.get(keyNumber(key))?.bytes);
  }
}
