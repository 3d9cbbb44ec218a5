import type { SessionOptions } from '../../simulator/build-session.ts'
import type { FaultDescription } from '../../simulator/fault-description.ts'
import type { FaultBehaviour, FaultRule } from '../../simulator/faults.ts'
import type { ListenerOptions } from '../../simulator/listener.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { RunningAction, RunOptions } from '../run-action.ts'

/** What a fault is played with. */
export interface Stage {
  simulator: Simulator
  /** Another host, to which nothing may ever be sent. */
  bystander: Simulator
  /** An empty folder that is removed afterwards. */
  folder: string
}

/** What a client that cannot be fooled does. */
export interface Expectation {
  /** The `outcome` output; `–` when the outputs cannot be written. */
  outcome: string
  code: 0 | 1
  /** The least and the most requests that await; that start sessions, in a case that `starts`. */
  requests: readonly [least: number, most: number]
  /** From start to exit, in seconds: `SOON`, or `after` so many. */
  seconds: readonly [least: number, most: number]
  /** What the log must say. */
  says?: RegExp
}

/**
 * One named fault. A session passes after 150 ms, `timeout` is 4 s (15 s for what ends soon) and
 * `max-wait-seconds` 1 unless given.
 */
export interface FaultCase {
  name: string
  /** What goes wrong. */
  faults?: readonly FaultRule[]
  /** The sessions that are awaited or started. */
  sessions?: readonly SessionOptions[]
  /** Whether the sessions are started by the step, with `check-id`. */
  starts?: boolean
  inputs?: Record<string, string>
  /** How the stand-in listens. Its certificate is trusted by the client unless `distrusted`. */
  listener?: () => ListenerOptions
  distrusted?: boolean
  /** What a description cannot say; called before the start, and may change the run. */
  arrange?(stage: Stage): Partial<RunOptions> | undefined
  /** Called once the process has been started. */
  meanwhile?(action: RunningAction, stage: Stage): void
  /** Much like the case before it: only played when all are. */
  alike?: boolean
  /** Why other clients cannot take part in the comparison. */
  actionOnly?: string
  expect: Expectation
}

/** Long before the deadline, even on a machine that is ten times slower. */
export const SOON = [0, 12] as const

/** Not before so many seconds, and no later than only something that hangs. */
export function after(seconds: number): readonly [number, number] {
  return [seconds, 15]
}

type Behaviour = FaultDescription | FaultBehaviour

/** The first request that awaits goes wrong (or the first so many). */
export function failOnce(behaviour: Behaviour, times = 1): FaultRule[] {
  return [{ route: 'completion', times, behaviour }]
}

/** Every request that awaits goes wrong. */
export function failAlways(behaviour: Behaviour): FaultRule[] {
  return [{ route: 'completion', behaviour }]
}

/** Passes after so many requests, soon. */
export function passes(requests: number, changes: Partial<Expectation> = {}): Expectation {
  return { outcome: 'passed', code: 0, requests: [requests, requests], seconds: SOON, ...changes }
}

/** Fails by the session's status after so many requests, soon. */
export function fails(requests: number, changes: Partial<Expectation> = {}): Expectation {
  return { outcome: 'failed', code: 1, requests: [requests, requests], seconds: SOON, ...changes }
}

/** Is refused at once: one request and no more. */
export function isRefused(says: RegExp, changes: Partial<Expectation> = {}): Expectation {
  return { outcome: 'error', code: 1, requests: [1, 1], seconds: SOON, says, ...changes }
}

/** Tries until the deadline of 4 s, and says why there is no verdict: nothing was ever heard of the session. */
export function givesUp(says: RegExp, changes: Partial<Expectation> = {}): Expectation {
  return { outcome: 'error', code: 1, requests: [2, 20], seconds: after(3.9), says, ...changes }
}

/** Tries until the deadline of 4 s, and says what went wrong: a snapshot has shown that there is such a session. */
export function outlasts(says: RegExp): Expectation {
  return { outcome: 'timeout', code: 1, requests: [2, 20], seconds: after(3.9), says }
}

/** Waits until the deadline of 4 s for a session that runs. */
export function timesOut(
  requests: readonly [number, number],
  changes: Partial<Expectation> = {},
): Expectation {
  return { outcome: 'timeout', code: 1, requests, seconds: after(3.9), ...changes }
}
