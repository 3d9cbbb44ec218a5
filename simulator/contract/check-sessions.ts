import {
  dateTime,
  flag,
  list,
  maybe,
  nullable,
  number,
  oneOf,
  optional,
  strict,
  text,
  uri,
  uuid,
} from './strict.ts'
import { CHECK_TYPES, FINAL_STATUSES, RESULT_TYPES, RUN_SOURCES, STATUSES } from './words.ts'

/** A result inside a check session. The last three fields are in the live contract only. */
const CheckSessionsV2CheckResult = strict({
  checkResultId: uuid,
  checkResultLink: uri,
  checkId: uuid,
  checkType: oneOf(CHECK_TYPES),
  name: text,
  runLocation: text,
  resultType: nullable(oneOf(RESULT_TYPES)),
  hasErrors: flag,
  hasFailures: flag,
  isDegraded: flag,
  aborted: flag,
  isCancelled: flag,
  responseTime: maybe(number),
  startedAt: maybe(dateTime),
  stoppedAt: maybe(dateTime),
})

const checkSession = {
  checkSessionId: uuid,
  checkSessionLink: uri,
  checkId: uuid,
  checkType: oneOf(CHECK_TYPES),
  name: optional(text),
  status: oneOf(STATUSES),
  startedAt: dateTime,
  stoppedAt: nullable(dateTime),
  timeElapsed: number,
  runLocations: list(text),
  runSource: nullable(oneOf(RUN_SOURCES)),
}

const CheckSessionsV2CheckSession = strict(checkSession)

export const CheckSessionsV2TriggerResponse = strict({ sessions: list(CheckSessionsV2CheckSession) })

export const CheckSessionsV2FindOneResponse = strict({
  ...checkSession,
  results: list(CheckSessionsV2CheckResult),
})

/** As the snapshot, but it has ended. */
export const CheckSessionsV2CompletionResponse = strict({
  ...checkSession,
  status: oneOf(FINAL_STATUSES),
  stoppedAt: dateTime,
  results: list(CheckSessionsV2CheckResult),
})
