import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildCliEnvironment, installVendorCli, VENDOR_CLI_VERSION } from '../../simulator/vendor-cli.ts'
import type { FaultCase } from '../../testing/faults/fault-case.ts'
import { describeRun } from '../../testing/faults/run-fault.ts'
import type { SetStage } from '../../testing/faults/stage.ts'
import { startAction } from '../../testing/run-action.ts'

/** How a client ended: green or red, or not in time, so that it was killed; `seconds` from start to exit. */
interface ClientRun {
  green: boolean
  killed: boolean
  seconds: number
}

/** Something that awaits a session and turns its status into an exit code. */
export interface Client {
  name: string
  /** Whether it can start sessions, so that cases that start some make sense. */
  starts: boolean
  /** Runs it on a stage for at most `timeout` seconds, as its own options have it; it is killed at `limit` seconds. */
  run(one: FaultCase, stage: SetStage, timeout: number, limit: number): Promise<ClientRun>
}

/** What a request may ask for, in seconds. The vendor's CLI always asks for up to 30. */
const MAX_WAIT = 1

const ACTION: Client = {
  name: 'this action',
  starts: true,
  run: async (one, stage, timeout, limit) => {
    const options = describeRun({ ...one, inputs: { ...one.inputs, timeout: String(timeout) } }, stage)
    const { child, done } = startAction(options)
    const killer = setTimeout(() => child.kill('SIGKILL'), 1000 * limit)
    const { code, tookMs } = await done
    clearTimeout(killer)
    return { green: code === 0, killed: child.signalCode === 'SIGKILL', seconds: tookMs / 1000 }
  },
}

/** The options that suit the endpoint: its documentation says that `--retry` does. */
const CURL = ['--silent', '--show-error', '--fail-with-body', '--retry', '10', '--retry-connrefused']

function createCurl(name: string, more: readonly string[]): Client {
  return {
    name,
    starts: false,
    run: async (_one, stage, timeout, limit) => {
      const { simulator, sessions, authority, folder } = stage
      const path = `/v2/check-sessions/${sessions[0]?.id ?? ''}/completion?maxWaitSeconds=${MAX_WAIT}`
      const body = join(folder, 'body.json')
      const args = [
        ...[...CURL, ...more, '--retry-max-time', String(timeout), '--max-time', String(MAX_WAIT + 5)],
        ...['--header', `Authorization: Bearer ${simulator.apiKey}`, '--output', body],
        ...(authority === '' ? [] : ['--cacert', authority]),
        simulator.url + path,
      ]
      const run = await runCommand('curl', args, { PATH: process.env['PATH'] }, limit)
      return { ...run, green: run.green && saysPassed(body) }
    },
  }
}

/** What `jq --exit-status '.status == "PASSED"'` would say of a body. */
function saysPassed(path: string): boolean {
  try {
    const body: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
    return (body as { status?: unknown } | null)?.status === 'PASSED'
  } catch {
    return false
  }
}

function createVendorCli(): Client {
  const entry = installVendorCli()
  return {
    name: `checkly ${VENDOR_CLI_VERSION}`,
    starts: true,
    run: (_one, stage, timeout, limit) => {
      const ids = stage.checkIds.flatMap((id) => ['--check-id', id])
      const args = [entry, 'checks', 'run', ...ids, '--timeout', String(timeout)]
      const authority = stage.authority === '' ? {} : { NODE_EXTRA_CA_CERTS: stage.authority }
      return runCommand(
        process.execPath,
        args,
        { ...buildCliEnvironment(stage.simulator), ...authority },
        limit,
      )
    },
  }
}

async function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  limit: number,
): Promise<ClientRun> {
  const startedAt = performance.now()
  const child = spawn(command, args, { env, stdio: 'ignore' })
  const killer = setTimeout(() => child.kill('SIGKILL'), 1000 * limit)
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  clearTimeout(killer)
  const seconds = (performance.now() - startedAt) / 1000
  return { green: code === 0, killed: child.signalCode === 'SIGKILL', seconds }
}

/** All clients, this action first. Installs the vendor's CLI when it is missing. */
export function createClients(): Client[] {
  return [
    ACTION,
    createCurl('curl --retry', []),
    createCurl('curl --retry-all-errors', ['--retry-all-errors']),
    createVendorCli(),
  ]
}
