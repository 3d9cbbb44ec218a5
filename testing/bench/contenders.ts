import { join } from 'node:path'
import { buildSession, type SessionOptions } from '../../simulator/build-session.ts'
import { buildCliEnvironment, installVendorCli } from '../../simulator/vendor-cli.ts'
import { INPUT_DEFAULTS } from '../../src/inputs/input-defaults.ts'
import type { StandIn } from './stand-in.ts'

/** What takes part. */
export type ContenderName = 'action' | 'cli' | 'curl' | 'floor'

/** A process to start. */
export interface Launch {
  command: string
  args: string[]
  env: NodeJS.ProcessEnv
  /** Whether the process is given the runner's command files. */
  commandFiles: boolean
}

/** One way of awaiting check sessions. */
export interface Contender {
  name: ContenderName
  /** Makes the sessions known to the stand-in, and says what to start to await them. */
  prepare(standIn: StandIn, sessions: readonly SessionOptions[]): Promise<Launch>
}

/** The action's entry. */
export const ACTION_ENTRY = join(import.meta.dirname, '..', '..', 'dist', 'index.js')

const FLOOR = join(import.meta.dirname, 'floor.mjs')
const CURL_STEP = join(import.meta.dirname, 'curl-step.sh')

// Names, and the ids derived from them, are new for each preparation.
let serial = 0

function nameSessions(sessions: readonly SessionOptions[]): SessionOptions[] {
  serial += 1
  return sessions.map((session, index) => ({ name: `Run ${serial}, check ${index + 1}`, ...session }))
}

/** Adds sessions to the stand-in; their ids. */
async function addSessions(standIn: StandIn, sessions: readonly SessionOptions[]): Promise<string[]> {
  const built = nameSessions(sessions).map((session) => buildSession(session))
  await standIn.addSessions(built)
  return built.map(({ id }) => id)
}

/** Prepares a script that awaits one session, told by environment variables. */
async function prepareScript(
  standIn: StandIn,
  sessions: readonly SessionOptions[],
  command: string,
  args: string[],
): Promise<Launch> {
  const [id, ...others] = await addSessions(standIn, sessions)
  if (id === undefined || others.length > 0) throw new Error(`${command} awaits one session.`)
  const { url, apiKey, accountId } = standIn
  const { PATH } = process.env
  const env = { PATH, API_URL: url, API_KEY: apiKey, ACCOUNT_ID: accountId, SESSION_ID: id }
  return { command, args, env, commandFiles: false }
}

/** This action, run as the runner does; inputs beside those that say what to await replace the defaults. */
export function createAction(inputs: Record<string, string> = {}): Contender {
  return {
    name: 'action',
    async prepare(standIn, sessions) {
      const ids = await addSessions(standIn, sessions)
      const given = {
        ...INPUT_DEFAULTS,
        'api-url': standIn.url,
        'api-key': standIn.apiKey,
        'account-id': standIn.accountId,
        'check-session-id': ids.join('\n'),
        ...inputs,
      }
      const variables = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
      const env = { PATH: process.env['PATH'], ...Object.fromEntries(variables) }
      return { command: process.execPath, args: [ACTION_ENTRY], env, commandFiles: true }
    },
  }
}

/** The vendor's CLI, which starts the sessions itself. */
export function createCli(): Contender {
  const entry = installVendorCli()
  return {
    name: 'cli',
    async prepare(standIn, sessions) {
      const named = nameSessions(sessions)
      // Before anything is awaited: other preparations may go on side by side.
      const tag = `run-${serial}`
      const checks = named.map((session) => {
        const { id: _id, ...script } = buildSession(session)
        return { name: script.name ?? '', tags: [tag], session: script }
      })
      await standIn.addChecks(checks)
      const args = [entry, 'checks', 'run', '--tags', tag]
      return { command: process.execPath, args, env: buildCliEnvironment(standIn), commandFiles: false }
    },
  }
}

/** `curl --retry` in a shell step, started as the runner starts `shell: bash`. */
export const curl: Contender = {
  name: 'curl',
  prepare: (standIn, sessions) =>
    prepareScript(standIn, sessions, 'bash', ['--noprofile', '--norc', '-eo', 'pipefail', CURL_STEP]),
}

/** The smallest ES module that makes the same request. */
export const floor: Contender = {
  name: 'floor',
  prepare: (standIn, sessions) => prepareScript(standIn, sessions, process.execPath, [FLOOR]),
}
