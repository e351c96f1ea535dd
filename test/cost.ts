// Processor time of a call, the least of three runs, so that a busy machine fails no test of growth.

/** Milliseconds of processor time. */
export function cost(run: () => unknown): number {
  let least = Infinity;
  for (let i = 0; i < 3; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}
