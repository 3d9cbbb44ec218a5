import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CommandFiles, createCommandFiles, readCommandFiles, type Written } from './command-files.ts'

/** The action's files as they are committed. */
export const DIST = join(import.meta.dirname, '..', 'dist')

/** How to run the action as the runner does. */
export interface RunOptions {
  /** By the names of action.yml; others are not set at all. */
  inputs: Record<string, string>
  /** Added to an environment that is otherwise nearly empty. */
  env?: Record<string, string>
  /** Runs the post step; main otherwise. */
  post?: boolean
  /** Arguments for Node before the script. */
  nodeArgs?: string[]
  /** Paths that take the place of command files of the run's own. */
  files?: Partial<CommandFiles>
  /** The folder of the action's files; `dist` otherwise. */
  dist?: string
  /** How many files and connections the process may have open; no limit of its own otherwise. Needs bash. */
  mostOpenFiles?: number
  /** The workspace and working folder; a new empty one otherwise. */
  workspace?: string
}

/** What a run left behind. */
export interface RunResult extends Written {
  code: number | null
  killedBy: NodeJS.Signals | null
  stdout: string
  stderr: string
  /** Lines of standard output. */
  lines: string[]
  /** From start to exit, in milliseconds. */
  tookMs: number
  /** When the process had exited, on `performance.now()`, in milliseconds. */
  exitedAt: number
  workspace: string
}

/** A run that has been started. */
export interface RunningAction {
  child: ChildProcessWithoutNullStreams
  done: Promise<RunResult>
  /** Resolves when standard output holds the text. */
  waitForOutput(text: string | RegExp): Promise<void>
}

/** Starts `dist/index.js` in a process of its own, exactly as GitHub's runner does. */
export function startAction(options: RunOptions): RunningAction {
  const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-'))
  const workspace = options.workspace ?? folder
  const files = createCommandFiles(folder)
  const env: Record<string, string> = {
    PATH: process.env['PATH'] ?? '',
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: workspace,
    ...files,
    ...options.files,
    ...options.env,
  }
  for (const [name, value] of Object.entries(options.inputs)) env[`INPUT_${name.toUpperCase()}`] = value

  const startedAt = performance.now()
  const script = join(options.dist ?? DIST, options.post === true ? 'post.js' : 'index.js')
  const node = [process.execPath, ...(options.nodeArgs ?? []), script]
  const limited = ['bash', '-c', `ulimit -n ${options.mostOpenFiles}; exec "$@"`, 'bash', ...node]
  const [command = '', ...args] = options.mostOpenFiles === undefined ? node : limited
  const child = spawn(command, args, { env, cwd: workspace })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
    child.emit('said')
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
  })
  let exitedAt = 0
  child.once('exit', () => {
    exitedAt = performance.now()
  })
  const closed = once(child, 'close') as Promise<[code: number | null, killedBy: NodeJS.Signals | null]>
  const finish = async (): Promise<RunResult> => {
    const [code, killedBy] = await closed
    try {
      return {
        code,
        killedBy,
        stdout,
        stderr,
        lines: stdout.split(/\r?\n/),
        ...readCommandFiles(files),
        tookMs: exitedAt - startedAt,
        exitedAt,
        workspace,
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  const waitForOutput = (text: string | RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (typeof text === 'string' ? stdout.includes(text) : text.test(stdout)) resolve()
      }
      child.on('said', look)
      child.once('close', () =>
        reject(new Error(`the action ended without saying ${text}:\n${stdout}${stderr}`)),
      )
      look()
    })
  return { child, done: finish(), waitForOutput }
}

/** Runs the action to its end. */
export function runAction(options: RunOptions): Promise<RunResult> {
  return startAction(options).done
}
