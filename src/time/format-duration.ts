/**
 * A length of time for people: `850 ms`, `1.2 s`, `42 s`, `4m10s`, `1h05m`, `4d03h`.
 * @param ms - milliseconds; negative counts as 0
 */
export function formatDuration(ms: number): string {
  if (!(ms >= 0)) return '0 ms'
  if (ms < 999.5) return `${Math.round(ms)} ms`
  if (ms < 9950) return `${(ms / 1000).toFixed(1)} s`
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  const pad = (value: number): string => String(value).padStart(2, '0')
  if (minutes < 60) return `${minutes}m${pad(seconds % 60)}s`
  const hours = Math.floor(minutes / 60)
  return hours < 48 ? `${hours}h${pad(minutes % 60)}m` : `${Math.floor(hours / 24)}d${pad(hours % 24)}h`
}
