/**
 * How many times as long a text of 16 times the length takes, in processor time: 16 when time is linear, 256
 * when it is the square. The shortest of a few runs counts where the first is not short enough, so that a busy machine changes
 * little.
 * @param run - does the work on a text of so many characters
 */
export function compareGrowth(run: (length: number) => void, length: number): number {
  run(length)
  const short = measureShortest(() => run(length))
  const least = Math.max(short, 200)
  return measureShortest(() => run(16 * length), 32 * least) / least
}

/** Processor time of this process in microseconds, of the shortest of three runs or of the first that takes no longer. */
function measureShortest(run: () => void, longEnough = 0): number {
  let shortest = Number.POSITIVE_INFINITY
  for (let round = 0; round < 3 && shortest > longEnough; round += 1) {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    shortest = Math.min(shortest, user + system)
  }
  return shortest
}
