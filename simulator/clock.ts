/** The current time in epoch ms, with fractions and steady within the process. */
export function getEpochMs(): number {
  return performance.timeOrigin + performance.now()
}

/** Epoch ms as the API writes times: ISO 8601, in UTC, with milliseconds. */
export function formatTime(epochMs: number): string {
  return new Date(epochMs).toISOString()
}
