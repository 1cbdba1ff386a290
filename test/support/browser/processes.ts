import { execFileSync } from 'node:child_process';

function parents(): Map<number, number> {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return new Map(
    rows.map((row) => {
      const [pid = 0, parent = 0] = row.trim().split(/\s+/).map(Number);
      return [pid, parent];
    }),
  );
}

function descendants(root: number): number[] {
  const parentOf = parents();
  const found = [root];
  for (const one of found) for (const [pid, parent] of parentOf) if (parent === one) found.push(pid);
  return found;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Ends a process and everything it started with `SIGKILL`, the way a crash or the out-of-memory killer does. */
export async function killTree(root: number): Promise<void> {
  const tree = descendants(root);
  for (const pid of tree) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It went by itself in between.
    }
  }
  const deadline = Date.now() + 5000;
  while (tree.some(isAlive) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
}
