import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultCase, Stage } from '../fault-case.ts'
import { after, fails, givesUp, passes } from '../fault-case.ts'

const PRELOAD = join(import.meta.dirname, '..', 'turn-clock.ts')
const OURS = 'about the process of the action alone'

/** Files that cannot be written, whoever the user is. */
function spoilFile(name: 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY') {
  return ({ folder }: Stage) => {
    mkdirSync(join(folder, 'in-the-way'), { recursive: true })
    return { files: { [name]: join(folder, 'in-the-way') } }
  }
}

function turnClock(ms: number) {
  return (): { nodeArgs: string[]; env: Record<string, string> } => ({
    nodeArgs: ['--import', PRELOAD],
    env: { TURN_CLOCK_MS: String(ms) },
  })
}

const hasFullDevice = process.platform === 'linux'
const fullDisk: FaultCase[] = [
  {
    name: 'no room for the summary, the session failed',
    sessions: [{ status: 'FAILED' }],
    arrange: () => ({ files: { GITHUB_STEP_SUMMARY: '/dev/full' } }),
    expect: fails(1, { says: /job summary could not be written.*ENOSPC/ }),
  },
  {
    name: 'no room for the summary',
    arrange: () => ({ files: { GITHUB_STEP_SUMMARY: '/dev/full' } }),
    expect: passes(1, { says: /job summary could not be written.*ENOSPC.*verdict stands/ }),
  },
  {
    name: 'no room for the outputs',
    arrange: () => ({ files: { GITHUB_OUTPUT: '/dev/full' } }),
    expect: passes(1, { outcome: '–', says: /outputs could not be set.*ENOSPC/ }),
  },
]

const cases: readonly FaultCase[] = [
  ...(hasFullDevice ? fullDisk : []),
  {
    name: 'the outputs cannot be written',
    arrange: spoilFile('GITHUB_OUTPUT'),
    expect: passes(1, { outcome: '–', says: /outputs could not be set/ }),
  },
  {
    name: 'the outputs cannot be written, the session failed',
    sessions: [{ status: 'FAILED' }],
    arrange: spoilFile('GITHUB_OUTPUT'),
    expect: fails(1, { outcome: '–' }),
  },
  {
    name: 'the summary cannot be written',
    arrange: spoilFile('GITHUB_STEP_SUMMARY'),
    expect: passes(1, { says: /summary could not be written/ }),
  },
  {
    name: 'the state cannot be written',
    inputs: { 'cancel-unfinished': 'true' },
    arrange: spoilFile('GITHUB_STATE'),
    expect: passes(1),
  },
  {
    name: 'the outputs file is missing',
    arrange: ({ folder }: Stage) => ({ files: { GITHUB_OUTPUT: join(folder, 'no', 'output') } }),
    expect: passes(1, { outcome: '–', says: /outputs could not be set/ }),
  },
  {
    name: 'there are no command files at all',
    arrange: () => ({ env: { GITHUB_OUTPUT: '', GITHUB_STATE: '', GITHUB_STEP_SUMMARY: '' } }),
    expect: passes(1, { outcome: '–' }),
  },
  {
    name: 'nobody reads the log',
    meanwhile: ({ child }) => void child.stdout.destroy(),
    expect: passes(1),
  },
  {
    name: 'nobody reads the log of a failure',
    sessions: [{ status: 'FAILED' }],
    meanwhile: ({ child }) => void child.stdout.destroy(),
    expect: fails(1),
  },
  {
    name: 'the clock is set back an hour',
    sessions: [{ durationMs: 2500 }],
    arrange: turnClock(-3_600_000),
    expect: passes(2, { requests: [1, 4], seconds: after(1.4) }),
  },
  {
    name: 'the clock is set back an hour, the session never ends',
    sessions: [{ durationMs: 'manual' }],
    arrange: turnClock(-3_600_000),
    expect: { outcome: 'timeout', code: 1, requests: [2, 5], seconds: after(3.9) },
  },
  {
    name: 'the clock is set forward a day',
    sessions: [{ durationMs: 2500 }],
    arrange: turnClock(86_400_000),
    expect: passes(2, { requests: [1, 4], seconds: after(1.4) }),
  },
  {
    name: 'a host name that does not resolve',
    // A label of more than 63 characters: no resolver has to ask anybody about it.
    inputs: { 'api-url': `https://${'x'.repeat(64)}.invalid` },
    expect: givesUp(/DNS: the host name of x+\.invalid does not resolve \(E/, { requests: [0, 0] }),
  },
  { name: 'IPv6 alone', listener: () => ({ host: '::1' }), expect: passes(1) },
]

/** What can go wrong around the process. */
export const PROCESS: readonly FaultCase[] = cases.map((one) => ({ ...one, actionOnly: OURS }))
