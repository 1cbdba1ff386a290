const BOX_DRAWING = /[\u2500-\u257f]/;

/** Whether `text` is drawn with box-drawing characters, which must touch from line to line. */
export function isDiagram(text: string): boolean {
  return BOX_DRAWING.test(text);
}

/**
 * The text of a diagram drawn with box-drawing characters (U+2500 to U+257F), or null when `lines` are no such diagram.
 * Sources often lose the fence around one; as a paragraph its lines would run together.
 */
export function diagramIn(lines: readonly string[]): string | null {
  return lines.filter((line) => BOX_DRAWING.test(line)).length >= 2 ? lines.join('\n') : null;
}
