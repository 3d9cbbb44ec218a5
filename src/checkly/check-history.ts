import * as v from 'valibot'
import { judgeFlags } from '../session/check-run.ts'
import type { RunState } from '../session/session.ts'
import type { TimeLimit } from '../time/clock.ts'
import { readMoment } from '../time/read-moment.ts'
import type { ApiCaller } from './api-caller.ts'
import { createDecoder } from './api-error.ts'
import { flag, listOf, maybeText, text } from './lenient.ts'
import { prepareRead } from './sessions-api.ts'

/** An earlier result of a check in one place. Times are epoch milliseconds. */
export interface PastResult {
  /** '' when the API does not say. */
  id: string
  location: string
  state: RunState
  startedAtMs: number
  endedAtMs: number
}

/** The API gives at most 100 results at once. With 5 locations that is 20 of each. */
const MOST_RESULTS = 100

/** All that is read of a result. The API cuts its answer to them. */
const FIELDS = 'id,hasFailures,hasErrors,isDegraded,isCancelled,runLocation,startedAt,stoppedAt'

const resultSchema = v.object({
  id: text,
  hasFailures: v.boolean(),
  hasErrors: v.boolean(),
  isDegraded: flag,
  isCancelled: flag,
  runLocation: v.pipe(v.string(), v.nonEmpty()),
  startedAt: maybeText,
  stoppedAt: maybeText,
})

const decodeHistory = createDecoder(
  v.object({ entries: v.nullish(listOf(resultSchema), []) }),
  ({ entries }) => (entries ?? []).flatMap(readPastResult),
)

/**
 * Reads the final results that a check had before a moment, in any order and at most 100
 * (`GET /v2/check-results/{checkId}`, 60 requests in 60 s; raw results are kept for 30 days). A result without a
 * place, a time or the flags that say how it went is left out.
 * @param beforeMs - epoch milliseconds, rounded down to whole seconds for the API
 * @returns null when they could not be read
 */
export async function readCheckHistory(
  api: ApiCaller,
  checkId: string,
  beforeMs: number,
  limit: TimeLimit,
): Promise<PastResult[] | null> {
  const query = `to=${Math.floor(beforeMs / 1000)}&resultType=FINAL&limit=${MOST_RESULTS}&fields=${FIELDS}`
  const path = `/v2/check-results/${encodeURIComponent(checkId)}?${query}`
  const { answer } = await api.call(prepareRead('history', path, limit, decodeHistory))
  return answer.kind === 'completed' ? answer.value : null
}

function readPastResult(result: v.InferOutput<typeof resultSchema>): PastResult[] {
  const { id, runLocation, startedAt, stoppedAt, ...flags } = result
  const [started, stopped] = [readMoment(startedAt), readMoment(stoppedAt)]
  const [startedAtMs, endedAtMs] = [started ?? stopped, stopped ?? started]
  if (startedAtMs === null || endedAtMs === null) return []
  // The check results API has no flag for a run that was aborted.
  const { state } = judgeFlags({ ...flags, aborted: false })
  return [{ id, location: runLocation, state, startedAtMs, endedAtMs }]
}
