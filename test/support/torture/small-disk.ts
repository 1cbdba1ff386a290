import { execFileSync } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small real file system in memory, to be filled: what a quota or a faked error cannot show, a full disk does. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it with random bytes until so many are left. */
  fillTo(bytesLeft: number): void;
  /** Gives back what `fillTo` took. */
  free(): void;
  /** Ends it; nothing of it is kept. */
  remove(): void;
}

const MEGABYTES = 200;
const BALLAST = 'ballast';

/** A new disk, or a sentence that says why this machine gives none. */
export function makeSmallDisk(): SmallDisk | string {
  try {
    return process.platform === 'darwin' ? onMac() : onLinux();
  } catch (error) {
    const need = process.platform === 'linux' ? 'mounting a tmpfs needs root' : 'only Linux and macOS have one';
    return `This machine gives no small file system (${need}): ${String(error).split('\n')[0]}`;
  }
}

function onLinux(): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'offprint', folder], { stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    throw error;
  }
  return diskAt(folder, () => {
    execFileSync('umount', [folder], { stdio: 'pipe' });
    rmSync(folder, { recursive: true });
  });
}

function onMac(): SmallDisk {
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' }).trim();
  const device = run('hdiutil', 'attach', '-nomount', `ram://${MEGABYTES * 2_048}`);
  const name = `offprint-${process.pid}`;
  run('diskutil', 'erasevolume', 'HFS+', name, device);
  return diskAt(join('/Volumes', name), () => void run('hdiutil', 'detach', '-force', device));
}

function diskAt(folder: string, remove: () => void): SmallDisk {
  const ballast = join(folder, BALLAST);
  mkdirSync(join(folder, 'profile'));
  return {
    folder,
    fillTo(bytesLeft) {
      for (let left = freeBytes(folder) - bytesLeft; left > 0; left = freeBytes(folder) - bytesLeft) {
        appendFileSync(ballast, randomFillSync(Buffer.alloc(Math.min(left, 1_048_576))));
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove,
  };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
