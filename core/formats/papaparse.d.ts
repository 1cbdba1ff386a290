/** The little that is used of Papa Parse, whose own types bring in those of Node and the DOM. */
declare module 'papaparse' {
  const Papa: {
    unparse(
      rows: readonly (readonly (string | number | null)[])[],
      options: { readonly escapeFormulae: RegExp },
    ): string;
    parse(
      text: string,
      options: { readonly delimiter: string; readonly newline: string },
    ): { readonly data: readonly (readonly string[])[]; readonly errors: readonly object[] };
  };
  export default Papa;
}
