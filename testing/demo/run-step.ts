import { spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parse } from 'yaml'
import { parseCommandFile } from '../parse-command-file.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** What the runner runs. */
export const ENTRY = join(ROOT, 'dist', 'index.js')
const POST = join(ROOT, 'dist', 'post.js')

/** A step that has ended, and the files it left in its folder. */
export interface StepRun {
  exitCode: number | null
  outputs: Record<string, string>
  /** Markdown; '' when the step wrote none. */
  summary: string
  /** From start to exit, in milliseconds. */
  tookMs: number
  /** The runner's command files, and the log as it was written; absolute paths. */
  files: { log: string; outputs: string; summary: string; state: string }
}

/**
 * Runs main and post of the action as GitHub's runner does: every input of action.yml as `INPUT_*`, command
 * files, the folder as workspace.
 * @param inputs - take the place of action.yml's defaults
 * @param folder - absolute; emptied first
 * @param onLine - is given each line of the log as it comes
 */
export async function runStep(
  inputs: Record<string, string>,
  folder: string,
  onLine: (line: string) => void,
): Promise<StepRun> {
  const given = { ...readDefaults(), ...inputs }
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = {
    log: join(folder, 'log.txt'),
    outputs: join(folder, 'outputs.txt'),
    summary: join(folder, 'summary.md'),
    state: join(folder, 'state.txt'),
  }
  for (const path of Object.values(files)) writeFileSync(path, '')
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    GITHUB_WORKSPACE: folder,
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: files.outputs,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
  }
  for (const [name, value] of Object.entries(given)) env[`INPUT_${name.toUpperCase()}`] = value
  const keep = (line: string): void => {
    appendFileSync(files.log, `${line}\n`)
    onLine(line)
  }

  const startedAt = performance.now()
  const exitCode = await runEntry(ENTRY, env, folder, keep)
  const tookMs = performance.now() - startedAt
  const state = Object.entries(parseCommandFile(readFileSync(files.state, 'utf8')))
  const states = Object.fromEntries(state.map(([name, value]) => [`STATE_${name}`, value]))
  await runEntry(POST, { ...env, ...states }, folder, keep)
  const outputs = parseCommandFile(readFileSync(files.outputs, 'utf8'))
  return { exitCode, outputs, summary: readFileSync(files.summary, 'utf8'), tookMs, files }
}

function readDefaults(): Record<string, string> {
  const { inputs } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8'))
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, String(inputs[name].default)]))
}

function runEntry(
  entry: string,
  env: NodeJS.ProcessEnv,
  cwd: string,
  onLine: (line: string) => void,
): Promise<number | null> {
  const child = spawn(process.execPath, [entry], { env, cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  // Ctrl-C reaches the step as well: it ends with a verdict of its own, which is what to wait for.
  const stay = (): void => {}
  const pass = (): void => void child.kill('SIGTERM')
  process.on('SIGINT', stay).on('SIGTERM', pass)
  createInterface({ input: child.stdout }).on('line', onLine)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      process.off('SIGINT', stay).off('SIGTERM', pass)
      resolve(code)
    })
  })
}
