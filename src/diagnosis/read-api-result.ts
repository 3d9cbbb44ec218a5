import { joinFilled } from '../text/words.ts'
import type { CheckResultBody } from './check-result-schema.ts'
import type { ReadDetails } from './failure-details.ts'
import { summariseAssertions } from './read-assertions.ts'
import { readErrorText } from './read-error-text.ts'
import { readPhaseError } from './read-job-log.ts'
import { readRequestError } from './read-request-error.ts'
import { LIMIT_EXCEEDED, readResponseTime } from './read-response-time.ts'
import { toFact, toLine } from './read-values.ts'

type ApiResult = NonNullable<CheckResultBody['apiCheckResult']>

/**
 * Why an API check failed. In the order of what makes the rest meaningless: no answer to the request, a setup
 * script that kept it from being sent, assertions, the limit of the response time, the teardown script.
 */
export function readApiResult(result: ApiResult, body: CheckResultBody): ReadDetails {
  const { request, response, jobLog } = result
  // A request that was never answered has status 0; its assertions were never made, whatever they look like.
  const hasAnswer = toLine(response.status, 10) !== '' && Number(response.status) !== 0
  const setup = describePhase(jobLog, 'setup')
  const unanswered = readRequestError(result) || (hasAnswer ? '' : setup || describePhase(jobLog, 'request'))
  const known = new Map([['STATUS_CODE', hasAnswer ? response.status : undefined]])
  const failed = summariseAssertions(unanswered === '' ? result.assertions : [], known)
  const reasons = [
    unanswered,
    failed.reason,
    body.overMaxResponseTime === true ? LIMIT_EXCEEDED : '',
    describePhase(jobLog, 'teardown'),
    setup,
  ]
  const url = toLine(request.url, 300)
  const reasonPhrase = toLine(response.statusText, 80).replace(/^\d{3}\s*/, '')
  return {
    reason: reasons.find((it) => it !== '') ?? '',
    facts: [
      ...toFact('Request', `${toLine(request.method, 10)} ${url}`.trim()),
      ...(hasAnswer ? toFact('Response', joinFilled([toLine(response.status, 10), reasonPhrase], ' ')) : []),
      ...readResponseTime(body),
      ...failed.facts,
    ],
    assertions: failed.assertions,
    excerpt: '',
  }
}

function describePhase(jobLog: unknown, phase: string): string {
  const { reason } = readErrorText(readPhaseError(jobLog, phase))
  if (reason === '') return ''
  return phase === 'request' ? reason : `${phase} script: ${reason}`
}
