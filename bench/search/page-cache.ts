import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/**
 * Empties the operating system's cache of file pages, so that the next process reads from the disk. Needs root on Linux;
 * answers whether it happened.
 */
export function dropPageCache(): boolean {
  try {
    execFileSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}
