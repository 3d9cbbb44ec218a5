import { isFinal } from '../../simulator/live-session.ts'
import type { Scenario } from '../../simulator/scenarios.ts'
import type { CheckScript } from '../../simulator/script.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { showStep } from './show-step.ts'

/** The inputs that say what to await. */
const SELECTING = ['check-session-id', 'test-session-id', 'check-id', 'tags']

/** The tags of the README's workflows: with `--input tags=staging` they start the checks of any scenario. */
const TAGS = ['staging', 'preview', 'nightly', 'production', 'critical', 'checkout']

/**
 * Plays a scenario to its end and shows it.
 * @param inputs - replace those of the scenario; then any outcome is as it should be
 * @returns the exit code: 0 when the step's verdict is the one that the scenario leads to
 */
export async function playScenario(scenario: Scenario, inputs: Record<string, string>): Promise<number> {
  const simulator = await startSimulator({ ...scenario, checks: scenario.checks ?? listChecks(scenario) })
  try {
    const checkSessionIds = simulator.sessions.list().map((session) => session.plan.id)
    const testSessionIds = simulator.testSessions.list().map((session) => session.plan.id)
    const own: Record<string, string> = {
      'check-session-id': checkSessionIds.join('\n'),
      'test-session-id': testSessionIds.join('\n'),
      ...scenario.inputs,
    }
    // Another selection takes the place of the scenario's own.
    if (SELECTING.some((name) => name in inputs)) for (const name of SELECTING) delete own[name]
    const startsAnew = 'tags' in inputs || 'check-id' in inputs
    if (startsAnew && testSessionIds.length > 0) own['session-type'] = 'test'
    const given = {
      'api-url': simulator.url,
      'api-key': simulator.apiKey,
      'account-id': simulator.accountId,
      'report-dir': 'report',
      ...own,
      ...inputs,
    }
    const title = `Scenario "${scenario.name}": ${scenario.description}. The stand-in API is ${simulator.url}`
    const { exitCode, outputs } = await showStep(title, given, scenario.name)
    const { outcome = 'none' } = outputs
    const ended = `The step's exit code was ${exitCode}, its outcome ${outcome}`
    if (Object.keys(inputs).length > 0) {
      console.log(`${ended}.`)
      return outcome === 'none' ? 1 : 0
    }
    const expected = findOutcome(simulator)
    const agrees = outcome === expected && (exitCode === 0) === (expected === 'passed')
    console.log(ended + (agrees ? ', as this scenario has it.' : `; the scenario leads to ${expected}.`))
    return agrees ? 0 : 1
  } finally {
    await simulator.close()
  }
}

/** The checks behind a scenario's sessions, to be started anew: they go as the scenario has it. */
function listChecks({ sessions = [], testSessions = [] }: Scenario): CheckScript[] {
  const ofSessions = sessions.map(({ id: _, ...session }) => ({ ...describeCheck(session), session }))
  const ofTestSessions = testSessions
    .flatMap(({ checks = [] }) => checks)
    .map((test) => ({ ...describeCheck(test), test }))
  return [...ofSessions, ...ofTestSessions]
}

function describeCheck({ name, checkType }: { name?: string | null; checkType?: string }): CheckScript {
  return { name: name ?? '', tags: TAGS, ...(checkType === undefined ? {} : { checkType }) }
}

/** The outcome by what the stand-in knows of its sessions. The API calls one PASSED that has a degraded check. */
function findOutcome(simulator: Simulator): string {
  const sessions = [...simulator.sessions.list(), ...simulator.testSessions.list()]
  const hasFailed = sessions.some(({ status, plan }) => {
    const isDegraded = plan.runs.some((run) => isFinal(run) && run.flags.isDegraded)
    return status !== null && (status !== 'PASSED' || isDegraded)
  })
  if (hasFailed) return 'failed'
  return sessions.some(({ status }) => status === null) ? 'timeout' : 'passed'
}
