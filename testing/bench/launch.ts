import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCommandFiles } from '../command-files.ts'
import type { Launch } from './contenders.ts'
import { getEpochMs } from './stand-in.ts'

/** What a process used, as `probe.cjs` writes it. */
export interface Usage {
  peakBytes: number
}

/** A process that has ended. */
export interface Run {
  startedAtMs: number
  exitedAtMs: number
  tookMs: number
  code: number | null
  output: string
  /** What the module that was loaded before the script wrote; null without one. */
  report: unknown
}

/** A process under way. */
export interface RunningProcess {
  child: ChildProcess
  done: Promise<Run>
}

/** The module that measures memory. */
export const PROBE = join(import.meta.dirname, 'probe.cjs')

/**
 * Starts a process as the runner does: in a workspace of its own, its log read through pipes. What it leaves
 * there is removed when it has ended.
 * @param preload - a CommonJS module that Node loads first
 */
export function start(launch: Launch, preload?: string): RunningProcess {
  const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-bench-'))
  const workspace = join(folder, 'workspace')
  mkdirSync(workspace)
  const reportPath = join(folder, 'report.json')
  const env = {
    ...launch.env,
    ...(launch.commandFiles
      ? { ...createCommandFiles(workspace), GITHUB_WORKSPACE: workspace, RUNNER_TEMP: workspace }
      : {}),
    ...(preload === undefined ? {} : { BENCH_PROBE: reportPath }),
  }
  const args = preload === undefined ? launch.args : ['--require', preload, ...launch.args]
  const startedAtMs = getEpochMs()
  const child = spawn(launch.command, args, { env, cwd: workspace, stdio: ['ignore', 'pipe', 'pipe'] })
  let exitedAtMs = 0
  child.once('exit', () => {
    exitedAtMs = getEpochMs()
  })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<Run>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      const output = Buffer.concat(chunks).toString('utf8')
      const report = preload === undefined ? null : JSON.parse(readFileSync(reportPath, 'utf8'))
      rmSync(folder, { recursive: true })
      resolve({ startedAtMs, exitedAtMs, tookMs: exitedAtMs - startedAtMs, code, output, report })
    })
  })
  return { child, done }
}

/** Runs a process to its end, which must be a success: a figure of a failed run means nothing. */
export async function run(launch: Launch, preload?: string): Promise<Run> {
  const ended = await start(launch, preload).done
  if (ended.code === 0) return ended
  throw new Error(`${launch.command} ${launch.args.join(' ')} ended with ${ended.code}:\n${ended.output}`)
}
