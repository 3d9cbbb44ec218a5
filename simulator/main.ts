import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type SimulatorOptions, startSimulator } from './server.ts'

/*
 * The simulator as a process of its own:
 *
 *   node simulator/main.ts [--port N] [--host ADDRESS] [--scenario FILE]
 *
 * Prints one line of JSON when it listens, and stops on SIGTERM and SIGINT.
 */

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    scenario: { type: 'string' },
  },
})

const scenario: SimulatorOptions =
  values.scenario === undefined ? {} : JSON.parse(readFileSync(values.scenario, 'utf8'))
const simulator = await startSimulator({ ...scenario, host: values.host, port: Number(values.port) })
const { url, port, accountId, apiKey } = simulator
const sessionIds = simulator.sessions.list().map((session) => session.plan.id)
console.log(JSON.stringify({ url, port, pid: process.pid, accountId, apiKey, sessionIds }))

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.close())
