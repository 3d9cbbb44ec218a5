import { buildSession } from '../simulator/build-session.ts'
import { deriveUuid } from '../simulator/ids.ts'
import { startSimulator } from '../simulator/server.ts'
import { type RunResult, startAction } from './run-action.ts'

/** What is done to one run; times in milliseconds. */
export interface KillPlan {
  signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'
  /** From the start of the process to the signal. */
  delayMs: number
  /** How the session ends, and how long after it began; null: never. */
  status: string
  endsAfterMs: number | null
  /** From when the step is busy cancelling to a second signal; null for none. Sooner, the two may become one. */
  secondAfterMs: number | null
}

/** What became of it. */
export interface KillRun {
  plan: KillPlan
  code: number | null
  killedBy: string | null
  outcome: string
  /** From the last signal to the exit; 0 when the process had ended before. */
  endedAfterMs: number
  /** What must never happen, one sentence each. */
  misdeeds: string[]
}

/**
 * Within this the wait must end after a signal, in milliseconds. Who does not hear it goes on for longer: 6 s
 * cancelling, 10 s awaiting.
 */
const SOON_MS = 5000

/** Starts the action, sends it a signal at the planned moment, and looks at what it leaves behind. */
export async function runKill(plan: KillPlan): Promise<KillRun> {
  const session = buildSession({
    checkType: 'PLAYWRIGHT',
    status: plan.status,
    durationMs: plan.endsAfterMs ?? 'manual',
  })
  const twice = plan.secondAfterMs !== null
  const simulator = await startSimulator({
    sessions: [session],
    // Cancelling takes longer than anybody waits: what a second signal cuts short.
    faults: twice ? [{ route: 'cancel', behaviour: { kind: 'hang' } }] : [],
  })
  const action = startAction({
    inputs: {
      'api-key': simulator.apiKey,
      'check-session-id': session.id,
      'api-url': simulator.url,
      timeout: '10',
      'cancel-unfinished': String(twice),
    },
  })
  const { child } = action
  // Rejects when the first signal came before the step had begun, or after its end.
  const cancelling = twice ? action.waitForOutput('Asking Checkly to cancel') : Promise.reject()
  let signalledAt = 0
  let answered = false
  const send = (name: NodeJS.Signals): void => {
    if (child.exitCode !== null || child.signalCode !== null) return
    signalledAt = performance.now()
    child.kill(name)
  }
  const timers = [
    setTimeout(() => {
      answered =
        simulator.log.filter((request) => request.status === 200 && request.route === 'completion').length > 0
      send(plan.signal)
    }, plan.delayMs),
  ]
  cancelling.then(
    () => timers.push(setTimeout(send, plan.secondAfterMs ?? 0, plan.signal)),
    () => {},
  )
  try {
    const result = await action.done
    const endedAfterMs = signalledAt === 0 ? 0 : result.exitedAt - signalledAt
    const passed = simulator.log.filter((one) => one.status === 200 && one.route === 'completion').length > 0
    const run = {
      plan,
      code: result.code,
      killedBy: result.killedBy,
      outcome: result.outputs['outcome'] ?? '–',
      endedAfterMs,
    }
    const wasPassed = passed && plan.status === 'PASSED'
    return {
      ...run,
      misdeeds: findMisdeeds(plan, result, { endedAfterMs, answered, wasPassed, sent: signalledAt > 0 }),
    }
  } catch (error) {
    // The outputs do not parse, or there was no process at all.
    const misdeeds = [error instanceof Error ? error.message : String(error)]
    return { plan, code: null, killedBy: null, outcome: '–', endedAfterMs: 0, misdeeds }
  } finally {
    for (const timer of timers) clearTimeout(timer)
    await simulator.close()
  }
}

function findMisdeeds(
  plan: KillPlan,
  result: RunResult,
  seen: { endedAfterMs: number; answered: boolean; wasPassed: boolean; sent: boolean },
): string[] {
  const { code, killedBy, outputs, summary, stdout } = result
  const misdeeds: string[] = []
  const check = (fine: boolean, sentence: string): void => void (fine || misdeeds.push(sentence))
  check(code !== 0 || seen.wasPassed, 'exit code 0 without a session that passed')
  check(outputs['passed'] !== 'true' || seen.wasPassed, 'the output says passed, no session did')
  check(outputs['outcome'] !== 'passed' || outputs['passed'] === 'true', 'outcome and passed differ')
  if (!seen.sent || plan.signal === 'SIGKILL') return misdeeds
  check(seen.endedAfterMs <= SOON_MS, `ended ${Math.round(seen.endedAfterMs)} ms after the signal`)
  // A signal that comes before the first line of the script has run kills the process, as it should.
  if (killedBy !== null) check(stdout === '', `killed by ${killedBy} after it had begun`)
  else if (plan.secondAfterMs === null) {
    if (!seen.answered && outputs['outcome'] !== 'passed' && outputs['outcome'] !== 'failed')
      check(outputs['outcome'] === 'cancelled', `outcome ${outputs['outcome']} instead of cancelled`)
    check(code !== 0 || outputs['outcome'] === 'passed', `exit code 0 with outcome ${outputs['outcome']}`)
    check(summary !== '', 'no summary was written')
  } else check(code !== 0 || seen.wasPassed, 'a second signal ended it with exit code 0')
  return misdeeds
}

/** Numbers from 0 to below 1 that make the plans of a run, one after the other. */
export type Draw = () => number

/** The same for each of so many plans at each run: the plans together have each number evenly, in another order. */
export function drawEvenly(index: number, count: number): Draw {
  const steps = [1, 5, 7].values()
  return () => ((index * (steps.next().value ?? 1)) % count) / count
}

/** Left to chance, but the same for the same seed. */
export function drawBySeed(index: number, seed: string): Draw {
  let serial = 0
  return () => {
    serial += 1
    return Number.parseInt(deriveUuid('kill', seed, index, serial).slice(0, 8), 16) / 2 ** 32
  }
}

/** A plan: every signal, at every moment from the start of Node to after the verdict. */
export function planKill(index: number, draw: Draw): KillPlan {
  const signals =
    process.platform === 'win32' ? (['SIGKILL'] as const) : (['SIGINT', 'SIGTERM', 'SIGKILL'] as const)
  const signal = signals[index % signals.length] ?? 'SIGKILL'
  const twice = signal !== 'SIGKILL' && index % 5 === 0
  return {
    signal,
    delayMs: Math.round(draw() * 500),
    status: draw() < 0.7 ? 'PASSED' : 'FAILED',
    endsAfterMs: twice ? null : Math.round(100 + draw() * 400),
    secondAfterMs: twice ? Math.round(draw() * 200) : null,
  }
}
