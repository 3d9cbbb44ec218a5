import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { parseCommandFile } from '../../testing/parse-command-file.ts'

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

/** What a run in this process left behind. */
export interface InProcessRun {
  /** What `process.exit()` would have ended the process with. */
  code: number
  stdout: string
  outputs: Record<string, string>
  state: Record<string, string>
  summary: string
}

/**
 * Runs the sources in this process, where coverage is measured; only the end of the process is held back.
 * That a process of its own ends the same way is for the tests of `dist`.
 * @param env - beside `INPUT_*` whatever else shall be set; the command files are set here
 */
export async function runInProcess(
  start: () => unknown,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
): Promise<InProcessRun> {
  const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-test-'))
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  }
  for (const path of Object.values(files)) writeFileSync(path, '')
  const set = { GITHUB_WORKSPACE: folder, ...files, ...env }
  for (const [name, value] of Object.entries(set)) vi.stubEnv(name, value)
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value)

  // Vitest's own listeners would take what is meant for the step.
  const before = GUARDED.map((event) => [event, process.listeners(event as 'exit')] as const)
  const stdoutBefore = process.stdout.listeners('error')
  for (const event of GUARDED) process.removeAllListeners(event)
  const codeBefore = process.exitCode
  let stdout = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk, ...rest) => {
    stdout += chunk
    for (const callback of rest) if (typeof callback === 'function') callback()
    return true
  })
  const exited = new Promise<number>((resolve) => {
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      resolve(Number(code ?? process.exitCode))
      return undefined as never
    })
  })
  try {
    start()
    const code = await exited
    const [outputs, state] = [files.GITHUB_OUTPUT, files.GITHUB_STATE].map((path) =>
      parseCommandFile(readFileSync(path, 'utf8')),
    )
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8')
    return { code, stdout, outputs: outputs ?? {}, state: state ?? {}, summary }
  } finally {
    for (const [event, listeners] of before) {
      process.removeAllListeners(event)
      for (const listener of listeners) process.on(event, listener)
    }
    for (const listener of process.stdout.listeners('error')) {
      if (!stdoutBefore.includes(listener)) process.stdout.off('error', listener as () => void)
    }
    process.exitCode = codeBefore
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  }
}
