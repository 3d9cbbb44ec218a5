/** How long each long poll lasts, in s, and the longest pause that `curl --retry` makes (its manual). */
const POLL_S = 30
const LONGEST_PAUSE_S = 600

/**
 * How late `curl --retry` sees the end of a session, by its manual: a pause of 1 s after the first failure,
 * which doubles each time. An end during a poll is seen at once.
 * @param endS - seconds from the first request to the end
 */
export function computeCurlLagS(endS: number): number {
  let askedAt = 0
  for (let pause = 1; ; pause = Math.min(LONGEST_PAUSE_S, 2 * pause)) {
    if (endS <= askedAt + POLL_S) return Math.max(0, askedAt - endS)
    askedAt += POLL_S + pause
  }
}

/** The mean over ends at any moment up to `latestS`, in seconds. */
export function computeMeanCurlLagS(latestS: number): number {
  const steps = latestS * 10
  let sum = 0
  for (let step = 0; step < steps; step += 1) sum += computeCurlLagS((step + 0.5) / 10)
  return sum / steps
}
