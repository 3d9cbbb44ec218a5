/** The current time in epoch ms, with fractions and steady within the process. */
export function getEpochMs(): number {
  return performance.timeOrigin + performance.now()
}
