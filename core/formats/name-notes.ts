import { frontMatter } from '../archive/article-markdown.ts';
import { foldName } from '../article/entities.ts';
import type { ExportedFile } from './export-format.ts';
import { fileNameOf, UniqueNames } from './file-names.ts';

/**
 * One note for each topic or entity of a vault, and the links to it. A note says what it is called; which articles name it,
 * Obsidian shows by itself, from the links.
 */
export class NameNotes {
  readonly #folder: string;
  readonly #names = new UniqueNames();
  readonly #notes = new Map<string, string>();
  readonly #unwritten: ExportedFile[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The `[[link]]` to the note of `name`, which is written with `fields` the first time. */
  link(name: string, fields: object): string {
    const key = foldName(name);
    const known = this.#notes.get(key);
    const note = known ?? `${this.#folder}/${this.#names.take(fileNameOf(name))}`;
    if (known === undefined) {
      this.#notes.set(key, note);
      this.#unwritten.push({ name: `${note}.md`, content: frontMatter(fields) });
    }
    return `[[${note}|${name.replace(/[[\]|]/g, ' ')}]]`;
  }

  /** The notes that came up since it was last asked. */
  takeNew(): readonly ExportedFile[] {
    return this.#unwritten.splice(0);
  }
}
