import { readTestSession } from '../../src/checkly/read-test-session.ts'
import type { FailureDetails } from '../../src/diagnosis/failure-details.ts'
import type { Session, WatchedSession } from '../../src/session/session.ts'

/**
 * One check of a sample test session. `runs` has a letter for each attempt, in order: P passed, F failed, E error,
 * D degraded, C cancelled; the last is the final one unless `…` follows, which still runs. '' has not started.
 */
export interface SampleTestCheck {
  name: string
  runs: string
  type?: string
  /** Milliseconds of a passed attempt; a failed one takes four times as long. */
  speedMs?: number
  /** Read of its last result. */
  details?: FailureDetails
}

/** One sample test session, of many checks in one location. */
export interface SampleTestSession {
  location: string
  /** In the API's spelling; RUNNING for one that had not ended. */
  status: string
  checks: readonly SampleTestCheck[]
}

const ORIGIN = 'https://app.checklyhq.com/test-sessions'

/**
 * A test session as the API tells of it, RUNNING unless a status is given.
 * @param checks - the runs of each check by its name, as in SampleTestCheck
 */
export function buildTestSession(
  location: string,
  checks: Readonly<Record<string, string>>,
  status = 'RUNNING',
): Session {
  const sample = { location, status, checks: Object.entries(checks).map(([name, runs]) => ({ name, runs })) }
  const { session } = buildWatchedTest(sample, 0, Date.UTC(2026, 10, 23, 10), new Map())
  if (session === null) throw new Error('A sample has a session.')
  return session
}

/**
 * What is known of a sample test session when the wait is over, with ids that are the same in every run.
 * @param startMs - when it starts, in epoch milliseconds
 * @param details - gets what was read of its results, by their ids
 */
export function buildWatchedTest(
  sample: SampleTestSession,
  index: number,
  startMs: number,
  details: Map<string, FailureDetails>,
): WatchedSession {
  const id = makeId(index, 0, 0)
  const isOver = sample.status !== 'RUNNING'
  const results = sample.checks.flatMap((check, at) =>
    buildResults(check, sample.location, index, at, startMs),
  )
  const stops = results.flatMap(({ stoppedAt }) => (stoppedAt === null ? [] : Date.parse(stoppedAt)))
  const stopMs = Math.max(startMs + 2000, ...stops)
  const session = readTestSession(
    {
      testSessionId: id,
      testSessionLink: `${ORIGIN}/${id}`,
      name: 'acme/shop · Preview · feature/saved-cards',
      status: sample.status,
      startedAt: new Date(startMs).toISOString(),
      stoppedAt: isOver ? new Date(stopMs).toISOString() : null,
      timeElapsed: isOver ? stopMs - startMs : null,
      results,
    },
    id,
    sample.location,
    [],
  )
  if (typeof session === 'string') throw new Error(session)
  for (const [at, check] of sample.checks.entries()) {
    const last = session.runs.find((run) => run.check.id === makeId(0, 1, at))?.attempts.at(-1)
    if (check.details !== undefined && last !== undefined) details.set(last.id, check.details)
  }
  return { id, wait: isOver ? 'ended' : 'out-of-time', isKnown: true, lastError: null, session }
}

function buildResults(
  { name, runs, type = 'API', speedMs = 240 }: SampleTestCheck,
  location: string,
  session: number,
  at: number,
  startMs: number,
) {
  const letters = [...runs.replace('…', '')]
  const isOpen = runs === '' || runs.endsWith('…')
  const own = {
    checkId: makeId(0, 1, at),
    checkType: type,
    name,
    runLocation: location,
    errorGroupIds: [],
    aborted: false,
  }
  let clockMs = startMs + 300 + at * 40
  const ended = letters.map((letter, attempt) => {
    const id = makeId(session, 2 + attempt, at)
    const tookMs = (speedMs + 13 * session) * (letter === 'P' ? 1 : 4)
    const beganMs = clockMs
    clockMs += tookMs + 100
    const isLast = attempt === letters.length - 1 && !isOpen
    return {
      ...own,
      testSessionResultId: id,
      testSessionResultLink: `${ORIGIN}/${makeId(session, 0, 0)}/results/${id}`,
      resultType: isLast ? 'FINAL' : 'ATTEMPT',
      status: letter === 'C' ? 'CANCELLED' : letter === 'F' || letter === 'E' ? 'FAILED' : 'PASSED',
      hasErrors: letter === 'E',
      hasFailures: letter === 'F',
      isDegraded: letter === 'D',
      responseTime: tookMs,
      startedAt: new Date(beganMs).toISOString(),
      stoppedAt: new Date(beganMs + tookMs + 60).toISOString(),
    }
  })
  if (!isOpen) return ended
  const id = makeId(session, 99, at)
  const open = {
    ...own,
    testSessionResultId: id,
    testSessionResultLink: `${ORIGIN}/${makeId(session, 0, 0)}/results/${id}`,
    resultType: 'PENDING',
    status: 'RUNNING',
    hasErrors: false,
    hasFailures: false,
    isDegraded: false,
    responseTime: null,
    startedAt: runs === '' ? null : new Date(clockMs).toISOString(),
    stoppedAt: null,
  }
  return [...ended, open]
}

function makeId(session: number, part: number, check: number): string {
  const hex = (value: number, length: number): string => value.toString(16).padStart(length, '0')
  return `${hex(session + 0x7e57, 8)}-${hex(part, 4)}-4000-8000-${hex(check, 12)}`
}
