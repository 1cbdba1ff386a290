import type { System } from '../../scripts/system.mjs';

/** A machine that exists only in a test: `files` are what can be read, `programs` what can be run. */
export interface PretendSystem extends System {
  readonly files: Map<string, string>;
  readonly programs: Set<string>;
  /** Every command run, as one line each. */
  readonly commands: string[];
  readonly said: string[];
}

/** A Linux machine with nothing on it, changed by `over`; `onRun` decides what a command does and whether it succeeds. */
export function pretendSystem(
  over: Partial<Pick<System, 'platform' | 'isRoot' | 'env'>> = {},
  onRun: (command: string, system: PretendSystem) => boolean = () => true,
): PretendSystem {
  const system: PretendSystem = {
    platform: 'linux',
    home: '/home/reader',
    isRoot: false,
    env: { PATH: '/usr/bin' },
    ...over,
    files: new Map(),
    programs: new Set(),
    commands: [],
    said: [],
    readText: (path) => system.files.get(path) ?? null,
    isExecutable: (path) => system.programs.has(path),
    run(program, args) {
      const command = [program, ...args].join(' ');
      system.commands.push(command);
      return onRun(command, system);
    },
    say: (line) => void system.said.push(line),
  };
  return system;
}
