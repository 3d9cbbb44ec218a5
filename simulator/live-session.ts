import { getEpochMs } from './clock.ts'
import { findLastStop, type Plan, type PlannedRun, type SessionPlan } from './plan-session.ts'

// Node's timers cannot be set further ahead than this (about 24.8 days).
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** A session of either kind that has been started. Times are epoch ms unless named otherwise. */
export interface LiveSession<SomePlan extends Plan = SessionPlan> {
  readonly plan: SomePlan
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
  /** The final status that the runs that have finished amount to. */
  readonly deriveStatus: (plan: SomePlan, finished: readonly PlannedRun[]) => string
}

/** Waits so many ms for the end of a session, or until the client has gone; whether it has ended. */
export function awaitEnd<SomePlan extends Plan>(
  session: LiveSession<SomePlan>,
  waitMs: number,
  onGone: (callback: () => void) => void,
): Promise<boolean> {
  if (session.status !== null) return Promise.resolve(true)
  return new Promise((resolve) => {
    const stop = (ended: boolean) => {
      clearTimeout(timer)
      session.waiters.delete(wake)
      resolve(ended)
    }
    const wake = () => stop(true)
    const timer = setTimeout(stop, waitMs, false)
    session.waiters.add(wake)
    onGone(() => stop(false))
  })
}

/** Starts a session at the given moment, which may be in the past: then it may have ended already. */
export function startLiveSession<SomePlan extends Plan>(
  plan: SomePlan,
  startedAtMs: number,
  deriveStatus: LiveSession<SomePlan>['deriveStatus'],
): LiveSession<SomePlan> {
  const endsAtMs = startedAtMs + plan.durationMs
  const session: LiveSession<SomePlan> = {
    plan,
    startedAtMs,
    endsAtMs,
    endedAtMs: null,
    status: null,
    waiters: new Set(),
    timer: undefined,
    deriveStatus,
  }
  armTimer(session)
  return session
}

/**
 * Ends a session now, in the given status or in the one it was heading for. Runs under way are cut
 * short and count as finished.
 */
export function endLiveSession<SomePlan extends Plan>(session: LiveSession<SomePlan>, status?: string): void {
  if (session.endedAtMs !== null) return
  const lastMs = Date.now() - session.startedAtMs
  session.plan.runs = session.plan.runs.map((run) => cutRun(run, lastMs))
  session.endsAtMs = session.startedAtMs + lastMs
  finish(session, status)
}

/**
 * Finishes chosen runs now, with what they were heading for: those under way are cut short, and those that
 * follow them happen at once. A session that ends with its last run ends when none is left.
 */
export function finishRuns<SomePlan extends Plan>(
  session: LiveSession<SomePlan>,
  isChosen: (run: PlannedRun) => boolean,
): void {
  if (session.endedAtMs !== null) return
  const lastMs = Date.now() - session.startedAtMs
  session.plan.runs = session.plan.runs.map((run) => (isChosen(run) ? cutRun(run, lastMs) : run))
  if (session.plan.endsWithRuns) endWithLastRun(session)
}

/**
 * Cancels the chosen runs that are under way, as the API does for Playwright suites. The session ends when no
 * other run is left.
 */
export function cancelRuns<SomePlan extends Plan>(
  session: LiveSession<SomePlan>,
  isChosen: (run: PlannedRun) => boolean,
): void {
  if (session.endedAtMs !== null) return
  const atMs = Date.now() - session.startedAtMs
  const cut = new Set<string>()
  session.plan.runs = session.plan.runs.flatMap((run) => {
    if (run.stopMs <= atMs || !isChosen(run)) return [run]
    if (cut.has(run.sequenceId)) return []
    cut.add(run.sequenceId)
    return [cancelRun(run, atMs)]
  })
  if (cut.size === 0) return
  session.plan.status = 'CANCELLED'
  endWithLastRun(session)
}

function endWithLastRun<SomePlan extends Plan>(session: LiveSession<SomePlan>): void {
  const lastMs = findLastStop(session.plan.runs)
  if (session.startedAtMs + lastMs <= Date.now()) {
    endLiveSession(session)
  } else {
    session.endsAtMs = session.startedAtMs + lastMs
    armTimer(session)
  }
}

function cutRun(run: PlannedRun, lastMs: number): PlannedRun {
  return { ...run, startMs: Math.min(run.startMs, lastMs), stopMs: Math.min(run.stopMs, lastMs) }
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

function armTimer<SomePlan extends Plan>(session: LiveSession<SomePlan>): void {
  clearTimeout(session.timer)
  if (session.endsAtMs === Number.POSITIVE_INFINITY) return
  const leftMs = session.endsAtMs - Date.now()
  if (leftMs <= 0) {
    finish(session)
    return
  }
  const onTimer = () => (leftMs > LONGEST_TIMER_MS ? armTimer(session) : finish(session))
  session.timer = setTimeout(onTimer, Math.min(leftMs, LONGEST_TIMER_MS))
  // The listening socket keeps a simulator alive; a forgotten session must not.
  session.timer.unref()
}

function finish<SomePlan extends Plan>(session: LiveSession<SomePlan>, status?: string): void {
  clearTimeout(session.timer)
  const { plan } = session
  const finished = listFinishedRuns(session, Math.max(Date.now(), session.endsAtMs))
  session.status = status ?? plan.status ?? session.deriveStatus(plan, finished)
  session.endedAtMs = getEpochMs()
  for (const wake of session.waiters) wake()
  session.waiters.clear()
}

/** A run that has finished. `startedAtMs`: what its times are counted from, epoch ms. */
export interface PastRun {
  run: PlannedRun
  startedAtMs: number
}

/**
 * The runs that have finished by a moment (epoch ms), in the order they finished. A run that needs longer than
 * the session lasts never does.
 * @param lagMs - how old the view is, in ms: what finished after that is not seen yet
 */
export function listFinishedRuns<SomePlan extends Plan>(
  session: LiveSession<SomePlan>,
  nowMs = Date.now(),
  lagMs = 0,
): PlannedRun[] {
  // A timer may fire a millisecond early: once a session has ended, its end has been reached.
  const reachedMs = session.status === null ? nowMs : Math.max(nowMs, session.endsAtMs)
  const lastMs = Math.min(reachedMs - lagMs, session.endsAtMs) - session.startedAtMs
  const finished = session.plan.runs.filter((run) => run.stopMs <= lastMs)
  return finished.sort((one, other) => one.stopMs - other.stopMs)
}

/**
 * The final status that the runs of a check session amount to: cancelled before failed before degraded
 * before passed; a location without a final run makes it `TIMED_OUT`.
 */
export function deriveFinalStatus({ runLocations }: SessionPlan, finished: readonly PlannedRun[]): string {
  const finals = finished.filter(isFinal)
  if (finals.some((run) => run.flags.isCancelled)) return 'CANCELLED'
  if (finals.some(hasFailed)) return 'FAILED'
  const answered = new Set(finals.map((run) => run.location))
  if (runLocations.some((location) => !answered.has(location))) return 'TIMED_OUT'
  return finals.some((run) => run.flags.isDegraded) ? 'DEGRADED' : 'PASSED'
}

/** The status of a check session under way, from the runs that have finished so far. */
export function deriveRunningStatus(finished: readonly PlannedRun[]): string {
  if (finished.length === 0) return 'STARTED'
  const finals = finished.filter(isFinal)
  if (finals.some(hasFailed)) return 'PROGRESS_FAILED'
  return finals.some((run) => run.flags.isDegraded) ? 'PROGRESS_DEGRADED' : 'PROGRESS'
}

/** A null `resultType`, which the contract allows, is read as a final run. */
export function isFinal(run: PlannedRun): boolean {
  return run.resultType !== 'ATTEMPT'
}

/** Whether any flag says that it failed. */
export function hasFailed(run: PlannedRun): boolean {
  return run.flags.hasErrors || run.flags.hasFailures || run.flags.aborted
}
