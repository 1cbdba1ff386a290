/** The pieces of a JSON array: `open`, each of `values` on a line of its own, then `close`. */
export async function* jsonList(open: string, values: AsyncIterable<unknown>, close: string): AsyncGenerator<string> {
  let lead = open;
  for await (const value of values) {
    yield `${lead}\n${JSON.stringify(value)}`;
    lead = ',';
  }
  yield `${lead === ',' ? '' : lead}\n${close}\n`;
}
