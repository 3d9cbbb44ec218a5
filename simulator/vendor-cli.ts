import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Simulator } from './server.ts'

/** The version of the vendor's CLI (npm package `checkly`) that this project measures itself against. */
export const VENDOR_CLI_VERSION = '9.5.0'

/** How a run of the CLI ended. `output` is what it wrote to both streams, in the order it came. */
export interface CliRun {
  exitCode: number | null
  output: string
  /** From start to exit, ms. */
  durationMs: number
}

/**
 * Installs the vendor's CLI, unless it is there, and returns the file to run with Node. It is kept in
 * `node_modules/.cache`, so that none of its packages ever counts as one of this project.
 * @param version - a version, or a tag such as `latest`, which is looked up each time
 */
export function installVendorCli(version = VENDOR_CLI_VERSION): string {
  const folder = resolve(import.meta.dirname, '../node_modules/.cache', `checkly-${version}`)
  const entry = join(folder, 'node_modules/checkly/bin/run.cjs')
  const mark = join(folder, 'installed')
  const isExact = /^\d/.test(version)
  if (isExact && existsSync(mark) && existsSync(entry)) return entry
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n')
  const wanted = [
    'install',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--save-exact',
    `checkly@${version}`,
  ]
  const { status } = spawnSync('npm', wanted, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error(`npm could not install checkly@${version} in ${folder}.`)
  // Written last: an installation that was broken off is done again.
  writeFileSync(mark, '')
  return entry
}

/** The environment that sends the CLI to a simulator and nowhere else. */
export function buildCliEnvironment(
  simulator: Pick<Simulator, 'url' | 'apiKey' | 'accountId'>,
): NodeJS.ProcessEnv {
  const { PATH } = process.env
  return {
    PATH,
    // Away from the configuration of whoever runs this.
    HOME: join(tmpdir(), 'checkly-cli-home'),
    CHECKLY_ENV: 'local',
    CHECKLY_API_URL: simulator.url,
    CHECKLY_API_KEY: simulator.apiKey,
    CHECKLY_ACCOUNT_ID: simulator.accountId,
    CHECKLY_SKIP_NEW_VERSION_CHECK: '1',
    NO_COLOR: '1',
  }
}

/** Runs the CLI against a simulator, e.g. with `['checks', 'run', '--tags', 'production']`. */
export function runVendorCli(
  entry: string,
  simulator: Pick<Simulator, 'url' | 'apiKey' | 'accountId'>,
  args: readonly string[],
): Promise<CliRun> {
  const startedAtMs = performance.now()
  const child = spawn(process.execPath, [entry, ...args], {
    env: buildCliEnvironment(simulator),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return new Promise((resolveRun, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => {
      const output = Buffer.concat(chunks).toString('utf8')
      resolveRun({ exitCode, output, durationMs: performance.now() - startedAtMs })
    })
  })
}
