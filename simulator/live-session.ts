import { getEpochMs } from './clock.ts'
import { deriveFinalStatus } from './derive-status.ts'
import type { PlannedRun, SessionPlan } from './plan-session.ts'

// Node's timers cannot be set further ahead than this (about 24.8 days).
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A session that has been started. All times are epoch milliseconds unless named otherwise. */
export interface LiveSession {
  readonly plan: SessionPlan
  readonly startedAtMs: number
  /** When the session ends by its plan; Infinity when only a command ends it. */
  endsAtMs: number
  /** When it ended by the clock, with fractions, for measuring lags; null while it runs. */
  endedAtMs: number | null
  /** Final status; null while it runs. */
  status: string | null
  /** Long polls that wait for the end. */
  readonly waiters: Set<() => void>
  timer: NodeJS.Timeout | undefined
}

/** Starts a session at the given moment, which may be in the past: then it may have ended already. */
export function startLiveSession(plan: SessionPlan, startedAtMs: number): LiveSession {
  const endsAtMs = startedAtMs + plan.durationMs
  const session: LiveSession = {
    plan,
    startedAtMs,
    endsAtMs,
    endedAtMs: null,
    status: null,
    waiters: new Set(),
    timer: undefined,
  }
  armTimer(session)
  return session
}

/**
 * Ends a session now, in the given status or in the one it was heading for. Runs under way are cut
 * short and count as finished.
 */
export function endLiveSession(session: LiveSession, status?: string): void {
  if (session.endedAtMs !== null) return
  const lastMs = Date.now() - session.startedAtMs
  session.plan.runs = session.plan.runs.map((run) => ({
    ...run,
    startMs: Math.min(run.startMs, lastMs),
    stopMs: Math.min(run.stopMs, lastMs),
  }))
  session.endsAtMs = session.startedAtMs + lastMs
  finish(session, status)
}

/**
 * Cancels the runs under way, as the API does for Playwright suites: all of them, or those of the
 * sequences given. The session ends when no other run is left.
 */
export function cancelRuns(session: LiveSession, sequenceIds?: readonly string[]): void {
  if (session.endedAtMs !== null) return
  const atMs = Date.now() - session.startedAtMs
  const isChosen = (run: PlannedRun) => sequenceIds === undefined || sequenceIds.includes(run.sequenceId)
  const cut = new Set<string>()
  session.plan.runs = session.plan.runs.flatMap((run) => {
    if (run.stopMs <= atMs || !isChosen(run)) return [run]
    if (cut.has(run.location)) return []
    cut.add(run.location)
    return [cancelRun(run, atMs)]
  })
  if (session.plan.runs.some((run) => run.stopMs > atMs)) {
    session.endsAtMs = session.startedAtMs + Math.max(...session.plan.runs.map((run) => run.stopMs))
    session.plan.status = 'CANCELLED'
    armTimer(session)
  } else {
    endLiveSession(session, 'CANCELLED')
  }
}

function cancelRun(run: PlannedRun, atMs: number): PlannedRun {
  const flags = { ...run.flags, hasErrors: false, hasFailures: false, isDegraded: false, isCancelled: true }
  return {
    ...run,
    resultType: 'FINAL',
    startMs: Math.min(run.startMs, atMs),
    stopMs: atMs,
    responseTimeMs: null,
    flags,
  }
}

function armTimer(session: LiveSession): void {
  clearTimeout(session.timer)
  if (session.endsAtMs === Number.POSITIVE_INFINITY) return
  const leftMs = session.endsAtMs - Date.now()
  if (leftMs <= 0) {
    endAsPlanned(session)
    return
  }
  const onTimer = () => (leftMs > LONGEST_TIMER_MS ? armTimer(session) : endAsPlanned(session))
  session.timer = setTimeout(onTimer, Math.min(leftMs, LONGEST_TIMER_MS))
  // The listening socket keeps a simulator alive; a forgotten session must not.
  session.timer.unref()
}

// A run that needs longer than the session lasts never finishes: its location has no final result.
function endAsPlanned(session: LiveSession): void {
  const lastMs = session.endsAtMs - session.startedAtMs
  session.plan.runs = session.plan.runs.filter((run) => run.stopMs <= lastMs)
  finish(session)
}

function finish(session: LiveSession, status?: string): void {
  clearTimeout(session.timer)
  const { plan } = session
  session.status = status ?? plan.status ?? deriveFinalStatus(plan.runs, plan.runLocations)
  session.endedAtMs = getEpochMs()
  for (const wake of session.waiters) wake()
  session.waiters.clear()
}
