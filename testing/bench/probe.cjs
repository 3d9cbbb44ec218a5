/*
 * Loaded before a script with `node --require`: when the process exits it writes what the process used to
 * the file that BENCH_PROBE names. Plain JavaScript, since loading TypeScript would cost memory itself.
 */
const { readFileSync, writeFileSync } = require('node:fs')

const SAMPLE_EVERY_MS = 5000

/** CPU time used so far, in milliseconds. */
function readCpuMs() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

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

const samples = []
setInterval(() => samples.push([performance.now(), readCpuMs()]), SAMPLE_EVERY_MS).unref()

process.on('exit', () => {
  const used = { peakBytes: readPeakBytes(), cpuMs: readCpuMs(), samples }
  writeFileSync(process.env.BENCH_PROBE, JSON.stringify(used))
})
