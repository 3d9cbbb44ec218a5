/**
 * How many times as long a text of 16 times the length takes, in processor time: 16 when time is linear, 256
 * when it is the square. The shortest of a few runs counts, so that a busy machine changes little.
 * @param run - does the work on a text of so many characters
 */
export function compareGrowth(run: (length: number) => void, length: number): number {
  run(length)
  const short = measureShortest(() => run(length))
  const long = measureShortest(() => run(16 * length))
  return long / Math.max(short, 200)
}

/** Processor time of this process in microseconds. */
function measureShortest(run: () => void): number {
  const times = Array.from({ length: 3 }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return user + system
  })
  return Math.min(...times)
}
