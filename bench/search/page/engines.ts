import type { Engine } from './engine.ts';

/** Every engine there is, loaded only when asked for, so that none pays for another's code. */
const LOADERS = {
  Offprint: async () => (await import('./engines/offprint.ts')).createOffprint(),
  floor: async () => (await import('./engines/offprint.ts')).createFloor(),
  'index alone': async () => (await import('./engines/index-alone.ts')).createIndexAlone('merged'),
  'index in steady state': async () => (await import('./engines/index-alone.ts')).createIndexAlone('steady'),
  'SQLite FTS5': async () => (await import('./engines/sqlite.ts')).createSqlite(),
  MiniSearch: async () => (await import('./engines/minisearch.ts')).createMiniSearch(),
  FlexSearch: async () => (await import('./engines/flexsearch.ts')).createFlexSearch(),
  Orama: async () => (await import('./engines/orama.ts')).createOrama(),
} satisfies Record<string, () => Promise<Engine>>;

export type EngineName = keyof typeof LOADERS;

export function loadEngine(name: EngineName): Promise<Engine> {
  return LOADERS[name]();
}
