import type { Random } from '../../site/random.ts';
import type { KeptLibrary } from './bench/raw-library.ts';
import type { Command } from './command.ts';
import { after, EMPTY_MODEL, findLost, type Model } from './ledger.ts';
import type { BenchLibrary } from './libraries.ts';
import type { Toll } from './toll.ts';

/** A page that changes the library command after command, and what it was told of them. */
export interface PageWriter {
  /** Gives commands until the page is gone. */
  writeOn(library: BenchLibrary): Promise<void>;
  /** Counts what is not as it must be after all that was acknowledged; the last command may be done or not. */
  judge(kept: KeptLibrary): void;
}

/** One command on one of few articles, so that each goes through everything. */
export function randomCommand(random: Random, articles: number): Command {
  const n = random.below(articles);
  const kind = random.below(10);
  if (kind < 4) return { type: 'save', n, revision: random.below(4) };
  if (kind < 6) return { type: 'tag', n, tag: `tag ${random.below(6)}` };
  if (kind < 8) return { type: 'note', n, text: `note ${random.below(1_000)}` };
  return { type: kind === 8 ? 'remove' : 'restore', n };
}

export function createPageWriter(random: Random, toll: Toll): PageWriter {
  let model: Model = EMPTY_MODEL;
  let unknown: Command | null = null;
  const write = async (library: BenchLibrary): Promise<void> => {
    const command = randomCommand(random, 30);
    unknown = command;
    const answer = await library.call('runHere', command, Date.now());
    unknown = null;
    if (answer.ok) {
      model = after(model, command);
      toll.acknowledged += 1;
    } else toll.endless.push(`${command.type}: ${answer.problem.kind}`);
  };
  return {
    async writeOn(library) {
      try {
        for (;;) await write(library);
      } catch {
        // The page is gone, and with it the answer to the last command.
      }
    },
    judge({ articles, halves, duplicates }) {
      const made = Object.fromEntries(Object.entries(articles).filter(([slug]) => slug.startsWith('made-')));
      const done = unknown === null ? model : after(model, unknown);
      if (findLost(made, done).length === 0) model = done;
      toll.lost.push(...findLost(made, model));
      toll.half.push(...halves);
      toll.duplicates.push(...duplicates);
      unknown = null;
    },
  };
}
