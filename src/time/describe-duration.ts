/** Units, the largest first, and how many seconds each has. */
const UNITS: readonly (readonly [name: string, seconds: number])[] = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
]

/**
 * A length of time for a sentence, in the largest unit of which there are two: `90 seconds`, `4 minutes`, `30 hours`,
 * `12 days`.
 * @param ms - milliseconds; less than a second, and negative, is `1 second`
 */
export function describeDuration(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000))
  for (const [name, size] of UNITS) {
    if (seconds >= 2 * size) return `${Math.round(seconds / size)} ${name}`
  }
  return seconds === 1 ? '1 second' : `${seconds} seconds`
}
