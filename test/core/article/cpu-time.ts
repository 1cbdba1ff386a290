/** The processor time that `work` takes, in milliseconds: unlike the time on the clock, not stretched by a busy machine. */
export function cpuTimeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
