import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { createCommandFiles, readCommandFiles } from '../../testing/command-files.ts'
import type { RunOptions, RunResult } from '../../testing/run-action.ts'

const GUARDED = [
  'uncaughtException',
  'unhandledRejection',
  'beforeExit',
  'exit',
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
] as const

/** What a runner or a shell sets, and a step would take for its own. */
const FOREIGN = /^(?:INPUT|STATE|GITHUB|RUNNER|ACTIONS)_|^(?:all|https?|no)_proxy$/i

/** Ends with the latest run: there is one process, so there is one run at a time. */
let latest: Promise<unknown> = Promise.resolve()

/**
 * Runs the sources in this process, where coverage is measured; only the end of the process is held back. Whoever comes
 * while another run is under way waits for its end.
 * That a process of its own ends the same way is for the tests of `dist`.
 */
export function runInProcess(
  start: () => unknown,
  options: Omit<RunOptions, 'nodeArgs' | 'dist' | 'post'>,
): Promise<RunResult> {
  const run = latest.then(() => runAlone(start, options))
  latest = run.catch(() => {})
  return run
}

async function runAlone(
  start: () => unknown,
  options: Omit<RunOptions, 'nodeArgs' | 'dist' | 'post'>,
): Promise<RunResult> {
  const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-test-'))
  const workspace = options.workspace ?? folder
  const files = createCommandFiles(folder)
  for (const name of Object.keys(process.env)) if (FOREIGN.test(name)) vi.stubEnv(name, undefined)
  const set = { RUNNER_TEMP: folder, GITHUB_WORKSPACE: workspace, ...files, ...options.files, ...options.env }
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value)
  for (const [name, value] of Object.entries(options.inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value)

  // Vitest's own listeners would take what is meant for the step.
  const before = GUARDED.map((event) => [event, process.listeners(event as 'exit')] as const)
  const stdoutBefore = process.stdout.listeners('error')
  for (const event of GUARDED) process.removeAllListeners(event)
  const codeBefore = process.exitCode
  let stdout = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk, ...rest) => {
    stdout += chunk
    for (const callback of rest) if (typeof callback === 'function') callback()
    return true
  })
  let exit: { mockRestore(): void } | undefined
  const exited = new Promise<number>((resolve) => {
    exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
      resolve(Number(code ?? process.exitCode))
      return undefined as never
    })
  })
  const startedAt = performance.now()
  try {
    start()
    const code = await exited
    const exitedAt = performance.now()
    return {
      code,
      killedBy: null,
      stdout,
      stderr: '',
      lines: stdout.split(/\r?\n/),
      ...readCommandFiles(files),
      tookMs: exitedAt - startedAt,
      exitedAt,
      workspace,
    }
  } finally {
    for (const [event, listeners] of before) {
      process.removeAllListeners(event)
      for (const listener of listeners) process.on(event, listener)
    }
    for (const listener of process.stdout.listeners('error')) {
      if (!stdoutBefore.includes(listener)) process.stdout.off('error', listener as () => void)
    }
    process.exitCode = codeBefore
    write.mockRestore()
    exit?.mockRestore()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  }
}
