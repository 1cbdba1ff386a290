import { execFileSync } from 'node:child_process';

/** Every process with its parent; one that has ended and only waits for its parent to notice is left out. */
function livingParents(): Map<number, number> {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' }).trim().split('\n');
  const living = rows.map((row) => row.trim().split(/\s+/)).filter(([, , state = '']) => !state.startsWith('Z'));
  return new Map(living.map(([pid, parent]) => [Number(pid), Number(parent)]));
}

function descendants(root: number): number[] {
  const parentOf = livingParents();
  const found = [root];
  for (const one of found) for (const [pid, parent] of parentOf) if (parent === one) found.push(pid);
  return found;
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
  const isSomeAlive = () => {
    const living = livingParents();
    return tree.some((pid) => living.has(pid));
  };
  while (isSomeAlive() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
}
