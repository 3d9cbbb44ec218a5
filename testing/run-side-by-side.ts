/** Runs jobs side by side, at most so many at once; results in the order of the jobs. */
export async function runSideBySide<Job, Result>(
  jobs: readonly Job[],
  most: number,
  run: (job: Job) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = jobs.entries()
  const work = async (): Promise<void> => {
    for (const [index, job] of queue) results[index] = await run(job)
  }
  await Promise.all(Array.from({ length: most }, work))
  return results
}
