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
  uuid,
} from './strict.ts'

const CheckResultAPI = strict({
  assertions: maybe(list(Freeform)),
  request: optional(
    strict({
      method: optional(text),
      url: optional(text),
      data: optional(text),
      headers: optional(Freeform),
      params: optional(Freeform),
    }),
  ),
  response: optional(
    strict({
      status: optional(number),
      statusText: optional(text),
      body: optional(text),
      bodyEncoding: optional(oneOf(['base64'])),
      headers: maybe(Freeform),
      timings: maybe(Freeform),
      timingPhases: maybe(Freeform),
    }),
  ),
  requestError: maybe(text),
  jobLog: maybe(Freeform),
  jobAssets: maybe(list(anything)),
  pcapDataUrl: maybe(text),
})

const CheckResultBrowser = strict({
  type: optional(text),
  traceSummary: optional(Freeform),
  pages: optional(list(Freeform)),
  playwrightTestVideos: optional(list(text)),
  errors: optional(list(anything)),
  endTime: optional(number),
  startTime: optional(number),
  runtimeVersion: optional(text),
  jobLog: maybe(list(anything)),
  jobAssets: maybe(list(anything)),
  playwrightTestTraces: optional(list(text)),
  playwrightTestJsonReportFile: optional(text),
})

const MultiStepResultBrowser = strict({
  errors: optional(list(anything)),
  endTime: optional(number),
  startTime: optional(number),
  runtimeVersion: optional(text),
  jobLog: maybe(list(anything)),
  jobAssets: maybe(list(anything)),
  playwrightTestTraces: optional(list(text)),
  playwrightTestJsonReportFile: optional(text),
})

const CheckResultAgentic = strict({
  summary: maybe(text),
  prompt: maybe(text),
  assertions: maybe(
    list(
      strict({
        condition: optional(text),
        passed: optional(flag),
        actual: optional(text),
        expected: optional(text),
      }),
    ),
  ),
  suggestions: maybe(
    list(
      strict({
        summary: optional(text),
        prompt: optional(text),
        promptReplacement: optional(text),
        secrets: optional(list(text)),
        category: optional(oneOf(['credentials', 'endpoint', 'configuration'])),
      }),
    ),
  ),
  steps: maybe(
    list(
      strict({
        type: optional(oneOf(['tool_call', 'tool_result', 'message'])),
        name: optional(text),
        input: optional(Freeform),
        output: optional(text),
        timestamp: optional(text),
        sequenceNumber: optional(number),
      }),
    ),
  ),
  errors: maybe(list(Freeform)),
  artifactManifest: maybe(Freeform),
})

const CheckResultPlaywright = strict({
  errors: maybe(list(Freeform)),
  playwrightTraceFiles: maybe(
    list(open({ url: optional(text), name: optional(text), filename: optional(text) })),
  ),
  jobLog: maybe(list(anything)),
  jobAssets: maybe(list(anything)),
  playwrightTestVideos: maybe(list(text)),
  playwrightTestTraces: maybe(list(text)),
  playwrightTestJsonReportFile: maybe(text),
})

const CheckResultTraceroute = strict({
  totalHops: optional(number),
  destinationReached: optional(flag),
  finalHopLatency: maybe(Freeform),
  timingPhases: maybe(Freeform),
  requestError: maybe(text),
  request: maybe(Freeform),
  assertions: maybe(list(Freeform)),
  response: maybe(
    strict({
      hostname: optional(text),
      resolvedIp: optional(text),
      totalHops: optional(number),
      destinationReached: optional(flag),
      truncationReason: optional(text),
      finalHopLatency: maybe(Freeform),
      hops: maybe(list(Freeform)),
      protocol: optional(text),
      probeProtocol: optional(text),
    }),
  ),
})

const CheckResultGrpc = strict({
  grpcStatusCode: optional(number),
  healthStatus: maybe(number),
  timingPhases: maybe(Freeform),
  requestError: maybe(text),
  request: maybe(Freeform),
  assertions: maybe(list(Freeform)),
  response: maybe(
    strict({
      grpcMode: optional(text),
      host: optional(text),
      resolvedIp: optional(text),
      port: optional(number),
      grpcMethod: optional(text),
      responseMessage: optional(text),
      grpcStatusCode: optional(number),
      grpcStatusMessage: optional(text),
      healthStatus: maybe(number),
      healthStatusLabel: optional(text),
      metadata: maybe(list(Freeform)),
      discoveredMethods: maybe(list(text)),
      requestError: maybe(text),
      timingPhases: maybe(Freeform),
    }),
  ),
})

const CheckResultSsl = strict({
  tlsVersion: optional(text),
  cipherSuite: optional(text),
  daysUntilExpiry: optional(number),
  handshakeTimeMs: optional(number),
  chainTrusted: optional(flag),
  hostnameVerified: optional(flag),
  baselineVerdict: optional(text),
  baselineGrade: optional(text),
  failureCategory: maybe(text),
  requestError: maybe(text),
  request: maybe(Freeform),
  assertions: maybe(list(Freeform)),
  response: maybe(
    strict({
      resolvedIp: optional(text),
      protocol: optional(text),
      cipherSuite: optional(text),
      handshakeTimeMs: optional(number),
      hostnameVerified: optional(flag),
      chainTrusted: optional(flag),
      daysUntilExpiry: optional(number),
      ocspStapled: optional(flag),
      ocspStatus: optional(text),
      chainTrustReason: optional(text),
      chainTrustDetail: optional(text),
      incompleteChain: optional(flag),
      missingIntermediate: optional(text),
      securityBaseline: maybe(Freeform),
      certificate: maybe(Freeform),
      chain: maybe(list(Freeform)),
    }),
  ),
})

const details = {
  apiCheckResult: maybe(CheckResultAPI),
  browserCheckResult: maybe(CheckResultBrowser),
  multiStepCheckResult: maybe(MultiStepResultBrowser),
  agenticCheckResult: maybe(CheckResultAgentic),
  playwrightCheckResult: maybe(CheckResultPlaywright),
  tracerouteCheckResult: maybe(CheckResultTraceroute),
  grpcCheckResult: maybe(CheckResultGrpc),
  sslCheckResult: maybe(CheckResultSsl),
}

const RESULT_TYPES = ['FINAL', 'ATTEMPT', 'ALL'] as const

/** The contract requires `resultType` and `traceId` alone. */
export const CheckResult = strict({
  id: optional(text),
  name: optional(text),
  checkId: optional(text),
  hasFailures: optional(flag),
  hasErrors: optional(flag),
  isDegraded: maybe(flag),
  isCancelled: optional(flag),
  overMaxResponseTime: maybe(flag),
  runLocation: optional(text),
  startedAt: maybe(dateTime),
  stoppedAt: maybe(dateTime),
  created_at: optional(dateTime),
  responseTime: optional(number),
  ...details,
  checkRunId: optional(number),
  attempts: optional(number),
  resultType: oneOf(RESULT_TYPES),
  sequenceId: maybe(uuid),
  traceId: nullable(text),
  errorGroupIds: maybe(list(uuid)),
})

/** What the parameter `fields` leaves of a result; `createdAt` is another spelling of `created_at`. */
export const CheckResultProjection = strict({
  id: optional(text),
  name: optional(text),
  checkId: optional(text),
  hasFailures: optional(flag),
  hasErrors: optional(flag),
  isDegraded: maybe(flag),
  isCancelled: optional(flag),
  overMaxResponseTime: maybe(flag),
  runLocation: optional(text),
  startedAt: maybe(dateTime),
  stoppedAt: maybe(dateTime),
  created_at: optional(dateTime),
  responseTime: optional(number),
  ...details,
  checkRunId: optional(number),
  attempts: optional(number),
  resultType: optional(oneOf(RESULT_TYPES)),
  sequenceId: maybe(uuid),
  traceId: maybe(text),
  errorGroupIds: maybe(list(uuid)),
  createdAt: optional(dateTime),
})

/** `CheckResultListEntry` is either of the two: a projection has each field of a result, and needs none. */
export const CheckResultListV2 = strict({
  length: number,
  entries: optional(list(CheckResultProjection)),
  nextId: maybe(text),
})

/** `ErrorGroup`: of checks, as against that of test sessions. */
export const ErrorGroup = strict({
  id: text,
  checkId: text,
  errorHash: text,
  rawErrorMessage: nullable(text),
  cleanedErrorMessage: text,
  firstSeen: dateTime,
  lastSeen: dateTime,
  archivedUntilNextEvent: flag,
  rootCauseAnalyses: optional(list(Freeform)),
})
