import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Scenario } from './scenarios.ts'
import { startSimulator } from './server.ts'

/*
 * The simulator as a process of its own:
 *
 *   node simulator/main.ts [--port N] [--host ADDRESS] [--scenario NAME_OR_FILE]
 *
 * A file holds the JSON of a `Scenario`: sessions, testSessions, checks, history, faults, rateLimit.
 * Prints one line of JSON when it listens, and stops on SIGTERM and SIGINT.
 */

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    scenario: { type: 'string' },
  },
})

const scenario = values.scenario === undefined ? {} : await loadScenario(values.scenario)
const simulator = await startSimulator({ ...scenario, host: values.host, port: Number(values.port) })
const { url, port, accountId, apiKey } = simulator
const sessionIds = simulator.sessions.list().map((session) => session.plan.id)
const testSessionIds = simulator.testSessions.list().map((session) => session.plan.id)
const tests = testSessionIds.length === 0 ? {} : { testSessionIds }
console.log(JSON.stringify({ url, port, pid: process.pid, accountId, apiKey, sessionIds, ...tests }))

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void simulator.close())

// Told apart by the dot, so that a mistyped name is answered with the names there are.
async function loadScenario(nameOrFile: string): Promise<Partial<Scenario>> {
  if (nameOrFile.includes('.')) return JSON.parse(readFileSync(nameOrFile, 'utf8'))
  const { findScenario } = await import('./scenarios.ts')
  return findScenario(nameOrFile)
}
