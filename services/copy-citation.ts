import type { CitationRun } from '../core/formats/citations/citation-styles.ts';
import { escaped } from '../core/formats/pages/markup.ts';

/**
 * Puts a citation into the clipboard, as text and, for word processors, with its italics. Must be called in a click. False:
 * the browser did not let it.
 */
export async function copyCitation(runs: readonly CitationRun[]): Promise<boolean> {
  const text = runs.map((run) => run.text).join('');
  const html = runs.map((run) => (run.isItalic ? `<i>${escaped(run.text)}</i>` : escaped(run.text))).join('');
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([text], { type: 'text/plain' }),
        'text/html': new Blob([html], { type: 'text/html' }),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}
