import { execFileSync } from 'node:child_process'
import { availableParallelism } from 'node:os'

/** The machine that figures come from, without anything that tells machines apart. */
export function describeMachine(): string {
  const cores = availableParallelism()
  const system = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[String(process.platform)]
  return `${cores} ${cores === 1 ? 'core' : 'cores'}, ${system ?? process.platform} ${process.arch}, Node ${process.version.slice(1)}`
}

/** The version of `curl` on this machine, e.g. `7.88.1`. */
export function readCurlVersion(): string {
  const said = execFileSync('curl', ['--version'], { encoding: 'utf8' })
  return said.split(' ')[1] ?? ''
}

/** Today as `24 November 2026`. */
export function describeDate(): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date())
}
