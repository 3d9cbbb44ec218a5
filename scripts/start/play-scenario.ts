import type { Scenario } from '../../simulator/scenarios.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { showStep } from './show-step.ts'

/** The inputs that say what to await. */
const SELECTING = ['check-session-id', 'check-id', 'tags']

/**
 * Plays a scenario to its end and shows it.
 * @param inputs - replace those of the scenario; then any outcome is as it should be
 * @returns the exit code: 0 when the step's verdict is the one that the scenario leads to
 */
export async function playScenario(scenario: Scenario, inputs: Record<string, string>): Promise<number> {
  const simulator = await startSimulator(scenario)
  try {
    const sessionIds = simulator.sessions.list().map((session) => session.plan.id)
    const own: Record<string, string> = { 'check-session-id': sessionIds.join('\n'), ...scenario.inputs }
    // Another selection takes the place of the scenario's own.
    if (SELECTING.some((name) => name in inputs)) for (const name of SELECTING) delete own[name]
    const given = {
      'api-url': simulator.url,
      'api-key': simulator.apiKey,
      'account-id': simulator.accountId,
      'report-dir': 'report',
      ...own,
      ...inputs,
    }
    const title = `Scenario "${scenario.name}": ${scenario.description}. The stand-in API is ${simulator.url}`
    const run = await showStep(title, given, scenario.name)
    const { outcome = 'none' } = run.outputs
    const expected = Object.keys(inputs).length > 0 ? outcome : findOutcome(simulator)
    const agrees = outcome === expected && (run.exitCode === 0) === (expected === 'passed')
    const asPlanned = Object.keys(inputs).length > 0 ? '' : ', as this scenario has it'
    console.log(
      `The step's exit code was ${run.exitCode}, its outcome ${outcome}` +
        (agrees ? `${asPlanned}.` : `; the scenario leads to ${expected}.`),
    )
    return agrees ? 0 : 1
  } finally {
    await simulator.close()
  }
}

/** The outcome by what the stand-in knows of its sessions. */
function findOutcome(simulator: Simulator): string {
  const statuses = simulator.sessions.list().map(({ status }) => status)
  if (statuses.some((status) => status !== null && status !== 'PASSED')) return 'failed'
  return statuses.includes(null) ? 'timeout' : 'passed'
}
