import { renderCheckResult } from './details.ts'
import { isUuid } from './ids.ts'
import { listFinishedRuns } from './render-session.ts'
import type { RouteContext } from './routes.ts'
import { type Answer, answerError } from './wire.ts'

/** `GET /v1/check-results/{checkId}/{checkResultId}`: why a run that has finished went as it did. */
export function answerCheckResult({ target, sessions }: RouteContext): Answer {
  const [checkId = '', resultId = ''] = target.params
  if (!isUuid(checkId) || !isUuid(resultId))
    return answerError(400, '"checkId" and "checkResultId" must be valid UUIDs')
  const session = sessions.getByResult(resultId)
  const isSameCheck = session?.plan.checkId === checkId.toLowerCase()
  const finished = session !== undefined && isSameCheck ? listFinishedRuns(session, Date.now()) : []
  const run = finished.find((one) => one.resultId === resultId.toLowerCase())
  const result = session === undefined || run === undefined ? null : renderCheckResult(session, run)
  return result === null
    ? answerError(404, `Check result ${resultId} was not found.`)
    : { status: 200, body: result }
}

/** `GET /next/accounts` and `GET /next/accounts/{accountId}`, which the vendor's CLI asks for before anything else. */
export function answerAccount({ target, accountId }: RouteContext): Answer {
  const account = { id: accountId, name: 'Example Shop', runtimeId: '2026.04', plan: 'TEAM', features: [] }
  if (target.route === 'accounts') return { status: 200, body: [account] }
  const isOurs = target.params[0]?.toLowerCase() === accountId.toLowerCase()
  return isOurs ? { status: 200, body: account } : answerError(404, 'Account not found.')
}
