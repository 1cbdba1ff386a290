/** The little that is used of Citation.js, which comes without types; `plugin-bibtex` and `plugin-ris` add their formats to it. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly output: {
      format(name: string, items: readonly object[], options: object): unknown;
    };
    readonly input: {
      chain(
        text: string,
        options: { readonly forceType: string; readonly generateGraph: boolean },
      ): Partial<import('./citation-item.ts').CitationItem>[];
    };
    readonly config: { get(plugin: '@bibtex'): { readonly format: { asciiOnly: boolean } } };
  };
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
