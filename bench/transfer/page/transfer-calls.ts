/** What the page can ask its worker to do. All arguments and answers are plain data. */
export interface TransferCalls {
  /** Fills the empty library with the articles of the benchmark's server. */
  fill(articles: number, corpusAddress: string): Promise<void>;
  /** The floor: reads all that is kept of each article and zips it raw, with the same library. */
  floor(): Promise<Written>;
  /** Writes an archive as the product does. */
  export(): Promise<Written>;
  /** Reads the archive that `export` wrote, checking every record and hash as the product does before it imports. */
  read(): Promise<Read>;
  /** The floor under an import: puts all records into another database as they are. */
  putRaw(): Promise<Put>;
  /** Imports the archive that `export` wrote into an empty library, after looking through it. Done by the page and a worker of its own. */
  import(): Promise<Imported>;
  /** The archive that `export` wrote, for the page. */
  archive(): Promise<File>;
}

export interface Put {
  readonly milliseconds: number;
}

export interface Imported extends Read {
  /** How long looking through it took, before anything was changed. */
  readonly previewMs: number;
}

export interface Written {
  readonly milliseconds: number;
  readonly bytes: number;
}

export interface Read {
  readonly milliseconds: number;
  readonly articles: number;
  readonly refusals: number;
}

export type TransferCall = {
  readonly [Name in keyof TransferCalls]: { readonly name: Name; readonly args: Parameters<TransferCalls[Name]> };
}[keyof TransferCalls];

export type TransferReply = { readonly value: unknown } | { readonly error: string };
