import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { SCENARIOS } from '../../simulator/scenarios.ts'
import { readOptions } from '../../testing/demo/read-options.ts'
import { test } from '../action/support.ts'

interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** What the README gives `npm start` to play, beside what is tested below. */
const COMMANDS = [...readFileSync('README.md', 'utf8').matchAll(/^npm start -- (--scenario .+)$/gm)].map(
  ([, args = '']) => args,
)

/** What `npm start` runs, with arguments. */
function start(args: string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const child = spawn(process.execPath, ['scripts/start.ts', ...args], {
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
  const ended = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ended.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ended.stderr += text
  })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...ended })))
}

describe('npm start', () => {
  test('plays a scenario that passes: log, outputs, summary, and where they are', async () => {
    const { code, stdout, stderr } = await start([])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    // In this order.
    const parts = [
      'Scenario "passed"',
      'Awaiting 1 check session',
      '✓ "Checkout API" PASSED',
      '── Outputs',
      'outcome              passed',
      '── Job summary, as plain text',
      '## ✅ Checkout API',
      '── Files',
      'exit code was 0, its outcome passed, as this scenario has it',
    ]
    const places = parts.map((part) => stdout.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(stdout).not.toMatch(/^::/m)
    const [summary] = /\S*passed.summary\.md$/m.exec(stdout) ?? []
    expect(readFileSync(summary ?? '', 'utf8')).toContain('Checkout API')
  })

  test.for(COMMANDS)('%s, as in the README, ends with 0 though the step fails', async (command) => {
    const { code, stdout, stderr } = await start(command.split(' '))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    // As GitHub shows it: an error, and groups that can be folded.
    expect(stdout).toMatch(/^Error: /m)
    expect(stdout).toMatch(/^▾ /m)
    expect(stdout).toContain("The step's exit code was 1")
  })

  test('stops the step and says nothing more when nobody reads, as behind `| head`', async () => {
    const child = spawn(process.execPath, ['scripts/start.ts', '--scenario', 'unfinished'], { stdio: 'pipe' })
    child.stdout.once('data', () => child.stdout.destroy())
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const code = await new Promise((resolve) => child.once('close', resolve))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test.concurrent('lists the scenarios', async () => {
    const { code, stdout } = await start(['--list'])
    expect(code).toBe(0)
    const listed = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/ {2,}/))
    expect(listed).toEqual(SCENARIOS.map(({ name, description }) => [name, description]))
  })

  test.concurrent('a scenario that there is not is one clear error', async () => {
    const { code, stdout, stderr } = await start(['--scenario', 'nope'])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^There is no scenario nope; there are passed, failed, /)
    expect(stderr).not.toMatch(/^ +at /m)
  })

  test.each<[string[], RegExp]>([
    [['--nope'], /^Unknown option '--nope'\./],
    [['extra'], /^Unexpected argument 'extra'\./],
    [['--scenario'], /^Option '--scenario <value>' argument missing\./],
    [['--input', 'timeout'], /^--input timeout: must be NAME=VALUE/],
    [['--input', 'time-out=5'], /^--input time-out=5: there is no input time-out\. There are .*, timeout, /],
    [['--live', 'x', '--scenario', 'passed'], /^Give --live or --scenario, not both/],
  ])('%j is refused in a sentence', (args, says) => {
    expect(() => readOptions(args)).toThrow(says)
  })

  test.concurrent('awaits a session of another server with the keys in the environment', async ({
    startApi,
  }) => {
    const session = buildSession({ status: 'FAILED', ended: true })
    const api = await startApi({ sessions: [session] })
    const env = { CHECKLY_API_KEY: api.apiKey, CHECKLY_ACCOUNT_ID: api.accountId }
    const run = await start(['--live', session.id, '--input', `api-url=${api.url}`], env)
    expect(run.code).toBe(1)
    expect(run.stdout).toContain("The step's exit code was 1.")
    expect(run.stdout).not.toContain(api.apiKey)
    expect(api.log.entries[0]?.headers).toMatchObject({ 'x-checkly-account': api.accountId })
  })
})
