import { type Catalogue, createCatalogue, openCatalogue } from '../../core/catalogue/catalogue.ts';
import type { ArticleRecord } from '../../core/library/records.ts';
import type { Attachment } from '../../core/query/query.ts';
import { readCatalogue, writeCatalogue } from '../../storage/catalogue-table.ts';
import { readByOrders, readRecordsAbove } from '../../storage/read-articles.ts';
import { lastSequence, readChangesAfter } from '../../storage/read-changes.ts';
import { readRevisedOf, readRevisedSlugs } from '../../storage/read-revisions.ts';
import type { Store } from '../../storage/store.ts';

/** Records read at a time while the catalogue is made from them. */
const BATCH = 1_000;

/** Changes taken in at a time. */
const CHANGES = 500;

/** With this many changes since it was stored, the catalogue is stored again: opening it would take too long. */
const WRITE_AFTER = 1_000;

/** The catalogue and the change up to which it is true; the one place that keeps the two together. */
export interface CatalogueKeeper {
  readonly catalogue: Catalogue;
  /** The sequence number of the last change taken in. */
  readonly through: number;
  /** Takes in every change committed so far. */
  catchUp(): Promise<void>;
  /** Stores the catalogue when many changes came since it was stored. Any context may: every stored state is a true one. */
  store(): Promise<void>;
}

/** Opens the stored catalogue, or makes it from the articles where there is none that can be used; true up to now. */
export async function openCatalogueKeeper(store: Store): Promise<CatalogueKeeper> {
  const stored = await readCatalogue(store);
  const opened = stored === null ? null : openCatalogue(stored.image);
  const catalogue = opened ?? createCatalogue();
  let storedThrough = opened === null || stored === null ? Number.NEGATIVE_INFINITY : stored.through;
  let through = opened === null ? await fill(catalogue, store) : storedThrough;

  async function takeIn(): Promise<void> {
    for (;;) {
      const changes = await readChangesAfter(store, through, CHANGES);
      const last = changes.at(-1);
      if (last === undefined) return;
      const orders = [...new Set(changes.flatMap(({ order }) => order ?? []))];
      await apply(catalogue, store, orders);
      through = last.sequence;
    }
  }

  let catchingUp = takeIn();
  await catchingUp;
  return {
    catalogue,
    get through() {
      return through;
    },
    catchUp() {
      catchingUp = catchingUp.catch(() => {}).then(takeIn);
      return catchingUp;
    },
    async store() {
      if (through - storedThrough < WRITE_AFTER) return;
      storedThrough = through;
      await writeCatalogue(store, { through, image: catalogue.image() });
    },
  };
}

/** Makes the catalogue from all records; answers the change up to which it is surely true. */
async function fill(catalogue: Catalogue, store: Store): Promise<number> {
  const through = await lastSequence(store);
  const revised = await readRevisedSlugs(store);
  let above = Number.NEGATIVE_INFINITY;
  for (;;) {
    const batch = await readRecordsAbove(store, above, BATCH);
    for (const record of batch) catalogue.upsert(record, attachmentsOf(record, revised));
    const last = batch.at(-1);
    if (last === undefined) return through;
    above = last.order;
  }
}

/** Brings the articles with these orders up to what is stored now. */
async function apply(catalogue: Catalogue, store: Store, orders: readonly number[]): Promise<void> {
  const records = await readByOrders(store, orders);
  const present = records.filter((record) => record !== undefined);
  const revised = await readRevisedOf(
    store,
    present.map(({ slug }) => slug),
  );
  orders.forEach((order, index) => {
    const record = records[index];
    if (record === undefined) catalogue.remove(order);
    else catalogue.upsert(record, attachmentsOf(record, revised));
  });
}

function attachmentsOf({ slug }: ArticleRecord, revised: ReadonlySet<string>): readonly Attachment[] {
  return revised.has(slug) ? ['revision'] : [];
}
