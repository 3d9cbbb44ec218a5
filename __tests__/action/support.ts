import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { parse } from 'yaml'
import type { LoggedRequest } from '../../simulator/request-log.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts'
import { IS_WHOLE } from '../../testing/choose-runs.ts'
import { type RunningAction, type RunOptions, type RunResult, startAction } from '../../testing/run-action.ts'

interface Fixtures {
  /** Starts a stand-in API that is closed after the test. */
  startApi: (options?: SimulatorOptions) => Promise<Simulator>
  /** An empty folder that is removed after the test. */
  folder: string
}

/** Vitest's `test` with a stand-in API and a folder; each test has its own, concurrent ones too. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Vitest demands a pattern
  startApi: async ({}, use) => {
    const running: Simulator[] = []
    await use(async (options = {}) => {
      const api = await startSimulator(options)
      running.push(api)
      return api
    })
    await Promise.all(running.map((api) => api.close()))
  },
  // biome-ignore lint/correctness/noEmptyPattern: Vitest demands a pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-test-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
})

/** The names of all outputs in action.yml, sorted. */
export const OUTPUTS = Object.keys(parse(readFileSync('action.yml', 'utf8')).outputs).sort()

/** What the runner sends to cancel. Windows has no signals that one process could send to another. */
export const SIGNALS = process.platform === 'win32' ? [] : (['SIGINT', 'SIGTERM'] as const)

type Api = Pick<Simulator, 'url' | 'apiKey' | 'accountId'>
type Extra = Omit<RunOptions, 'inputs'>

/** The inputs that every step has here, and more. */
export function buildInputs(api: Api, inputs: Record<string, string>): Record<string, string> {
  return {
    'api-url': api.url,
    'api-key': api.apiKey,
    'account-id': api.accountId,
    timeout: '10',
    ...inputs,
  }
}

/** Starts the action against a stand-in API. */
export function startGate(api: Api, inputs: Record<string, string>, extra: Extra = {}): RunningAction {
  return startAction({ ...extra, inputs: buildInputs(api, inputs) })
}

/** Runs the action against a stand-in API to its end. */
export function runGate(api: Api, inputs: Record<string, string>, extra: Extra = {}): Promise<RunResult> {
  return startGate(api, inputs, extra).done
}

/**
 * Runs a step to its end like `runGate`, but its sources in the test's own process: a tenth of the work, one step at a
 * time, and coverage sees it. For further cases of what a process of its own has proven, when they do not wait for long.
 * With `WHOLE=true` each has a process of its own all the same.
 */
export async function runStep(
  api: Api,
  inputs: Record<string, string>,
  { post = false, ...extra }: Omit<Extra, 'nodeArgs' | 'dist'> = {},
): Promise<RunResult> {
  if (IS_WHOLE) return runGate(api, inputs, { post, ...extra })
  // Loaded where it is needed: most tests of processes do without the sources.
  const { runInProcess } = await import('./run-in-process.ts')
  const start = post
    ? (await import('../../src/post.ts')).runPost
    : (await import('../../src/main.ts')).runMain
  return runInProcess(start, { ...extra, inputs: buildInputs(api, inputs) })
}

/** The messages of `::error` commands that are not of one session, in order. */
export function listErrors(run: RunResult): string[] {
  return run.lines.flatMap((line) => /^::error title=Checkly Gate::(.*)$/.exec(line)?.[1] ?? [])
}

/** The long polls that came, in order. How many other requests there are depends on the machine's speed. */
export function listWaits(api: Pick<Simulator, 'log'>): LoggedRequest[] {
  return api.log.filter(({ path }) => path.endsWith('/completion'))
}

/** A port of loopback that nobody listens on. */
export async function findClosedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Markdown as a reader sees it: character references, cuts and isolates undone. */
export function showText(markdown: string): string {
  return markdown
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/<i><\/i>|<wbr>|[\u2068\u2069]/g, '')
}
