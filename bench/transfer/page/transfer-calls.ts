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
