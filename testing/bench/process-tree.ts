import { readFileSync } from 'node:fs'

/** What a process and all that it started use, as far as they still run. */
export interface TreeUsage {
  cpuMs: number
  peakBytes: number
}

/** Linux counts CPU time in /proc in hundredths of a second. */
const TICK_MS = 10

/** Reads what a process and its descendants use; null on systems without /proc, or when it has ended. */
export function readTreeUsage(pid: number): TreeUsage | null {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    const own = readUsage(pid)
    const others = children.map((child) => readTreeUsage(Number(child)))
    return others.reduce<TreeUsage>(
      (sum, one) => ({
        cpuMs: sum.cpuMs + (one?.cpuMs ?? 0),
        peakBytes: sum.peakBytes + (one?.peakBytes ?? 0),
      }),
      own,
    )
  } catch {
    return null
  }
}

function readUsage(pid: number): TreeUsage {
  // The name, in parentheses, may hold blanks; the fields after it are counted from the third.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  const ticks = Number(fields[11]) + Number(fields[12])
  return { cpuMs: ticks * TICK_MS, peakBytes: Number(kilobytes ?? 0) * 1024 }
}
