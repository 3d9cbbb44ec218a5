import * as v from 'valibot'
import { TestSessionMetadata } from './requests.ts'
import {
  anything,
  dateTime,
  Freeform,
  flag,
  list,
  maybe,
  nullable,
  number,
  oneOf,
  open,
  optional,
  strict,
  text,
  uri,
  uuid,
} from './strict.ts'
import { CHECK_TYPES, FINAL_TEST_STATUSES, TEST_RESULT_TYPES, TEST_STATUSES } from './words.ts'

const testSessionResult = {
  testSessionResultId: uuid,
  testSessionResultLink: uri,
  checkId: maybe(uuid),
  checkType: oneOf(CHECK_TYPES),
  name: optional(text),
  runLocation: optional(text),
  errorGroupIds: list(uuid),
  resultType: optional(oneOf(TEST_RESULT_TYPES)),
  status: oneOf(TEST_STATUSES),
  hasErrors: flag,
  hasFailures: flag,
  isDegraded: flag,
  aborted: flag,
  responseTime: maybe(number),
  startedAt: maybe(dateTime),
  stoppedAt: maybe(dateTime),
}

const testSession = {
  testSessionId: uuid,
  testSessionLink: uri,
  name: text,
  status: oneOf(TEST_STATUSES),
  errorGroupIds: list(uuid),
  startedAt: dateTime,
  stoppedAt: maybe(dateTime),
  timeElapsed: number,
  metadata: optional(TestSessionMetadata),
  results: optional(list(strict(testSessionResult))),
}

export const TriggerTestSessionResponse = strict(testSession)

export const FindOneTestSessionResponse = strict(testSession)

/** As the snapshot, but it has ended. */
export const AwaitTestSessionCompletionResponse = strict({
  ...testSession,
  status: oneOf(FINAL_TEST_STATUSES),
  stoppedAt: dateTime,
})

// What all details have in common.
const job = {
  jobLog: maybe(anything),
  jobAssets: maybe(list(text)),
  pcapDataUrl: maybe(text),
}

const playwrightFiles = {
  playwrightTestVideos: optional(list(text)),
  playwrightTestTraces: optional(list(text)),
  playwrightTestJsonReportFile: optional(text),
}

const TestSessionApiResultDetails = open({
  assertions: maybe(list(Freeform)),
  request: optional(Freeform),
  response: optional(Freeform),
  requestError: maybe(text),
  ...job,
})

const TestSessionBrowserResultDetails = open({
  type: optional(text),
  traceSummary: optional(Freeform),
  pages: optional(list(Freeform)),
  errors: optional(list(anything)),
  endTime: optional(number),
  startTime: optional(number),
  runtimeVersion: optional(text),
  ...job,
  ...playwrightFiles,
})

const TestSessionMultiStepResultDetails = open({
  errors: optional(list(anything)),
  endTime: optional(number),
  startTime: optional(number),
  runtimeVersion: optional(text),
  ...job,
  ...playwrightFiles,
})

const TestSessionPlaywrightResultDetails = open({
  errors: maybe(list(anything)),
  playwrightTraceFiles: maybe(list(Freeform)),
  ...job,
  ...playwrightFiles,
})

const TestSessionAgenticResultDetails = open({
  summary: maybe(text),
  prompt: maybe(text),
  assertions: maybe(list(Freeform)),
  suggestions: maybe(list(Freeform)),
  steps: maybe(list(Freeform)),
  errors: maybe(list(anything)),
  artifactManifest: maybe(Freeform),
  ...job,
})

export const FindOneTestSessionResultResponse = strict({
  ...testSessionResult,
  id: uuid,
  privateLocationId: maybe(uuid),
  filePath: maybe(text),
  isCancelled: flag,
  overMaxResponseTime: flag,
  attempts: v.pipe(number, v.integer(), v.minValue(0)),
  sequenceId: maybe(uuid),
  scheduleError: maybe(text),
  traceId: nullable(text),
  created_at: dateTime,
  updated_at: maybe(dateTime),
  apiCheckResult: maybe(TestSessionApiResultDetails),
  browserCheckResult: maybe(TestSessionBrowserResultDetails),
  multiStepCheckResult: maybe(TestSessionMultiStepResultDetails),
  playwrightCheckResult: maybe(TestSessionPlaywrightResultDetails),
  agenticCheckResult: maybe(TestSessionAgenticResultDetails),
})

/** `running`, `passed`, `failed` and `cancelled` hold sequence ids, not ids of results. */
const TestSessionListEntry = strict({
  id: uuid,
  accountId: uuid,
  projectId: maybe(uuid),
  name: text,
  provider: text,
  errorGroupIds: maybe(list(uuid)),
  running: maybe(list(uuid)),
  passed: maybe(list(uuid)),
  failed: maybe(list(uuid)),
  cancelled: optional(list(uuid)),
  status: optional(oneOf(TEST_STATUSES)),
  region: text,
  privateLocationId: maybe(uuid),
  invoker: maybe(strict({ name: text, picture: maybe(text) })),
  repoUrl: maybe(text),
  commitId: maybe(text),
  commitOwner: maybe(text),
  commitMessage: maybe(text),
  branchName: maybe(text),
  environment: maybe(text),
  startedAt: dateTime,
  stoppedAt: maybe(dateTime),
  created_at: dateTime,
  updated_at: maybe(dateTime),
})

export const ListTestSessionsResponse = strict({
  length: v.pipe(number, v.integer(), v.minValue(0)),
  entries: list(TestSessionListEntry),
  nextId: maybe(text),
})

export const TestSessionErrorGroup = strict({
  id: uuid,
  projectId: maybe(uuid),
  environments: nullable(list(text)),
  errorHash: text,
  rawErrorMessage: nullable(text),
  cleanedErrorMessage: text,
  firstSeen: dateTime,
  lastSeen: dateTime,
  archivedUntilNextEvent: flag,
  pwtMetadata: nullable(
    list(
      strict({
        projectName: text,
        specId: optional(v.pipe(text, v.maxLength(500))),
        testFile: text,
        testTitle: text,
        suitePath: list(text),
      }),
    ),
  ),
  rootCauseAnalyses: optional(
    list(
      strict({
        id: optional(uuid),
        created_at: optional(dateTime),
        analysis: maybe(anything),
        provider: maybe(text),
        model: maybe(text),
        durationMs: maybe(number),
        userContext: maybe(anything),
      }),
    ),
  ),
})
