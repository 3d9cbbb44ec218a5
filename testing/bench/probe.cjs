/*
 * Loaded before a script with `node --require`: when the process exits it writes the peak of its memory to the file
 * that BENCH_PROBE names. Plain JavaScript, since loading TypeScript would cost memory itself.
 */
const { readFileSync, writeFileSync } = require('node:fs')

/** Peak resident memory in bytes. Linux adds the parent's to `maxRSS` when it forks; VmHWM is our own. */
function readPeakBytes() {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kilobytes !== undefined) return Number(kilobytes) * 1024
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1024
}

process.on('exit', () =>
  writeFileSync(process.env.BENCH_PROBE, JSON.stringify({ peakBytes: readPeakBytes() })),
)
