import {
  describeAgenticRun,
  describeBrowserRun,
  describeMultiStepRun,
  describePlaywrightRun,
} from './details-code.ts'
import { describeApiRun, describeGrpcRun, describeSslRun, describeTracerouteRun } from './details-network.ts'
import type { LiveSession } from './live-session.ts'
import type { PlannedRun } from './plan-session.ts'
import { formatTime, getResponseTimeMs } from './render-session.ts'
import type { JsonObject } from './wire.ts'

/** What the details of a run are made from, when its script gives none. */
export interface RunFacts {
  /** Whether it failed in some way: then the details say why. */
  failed: boolean
  /** `hasErrors`: the run itself broke, as against an assertion that failed. */
  broken: boolean
  /** Duration, ms. */
  durationMs: number
  /** Epoch ms. */
  startedAtMs: number
}

// TCP, DNS, URL, ICMP and HEARTBEAT are left out: the contract has no field for them.
const DESCRIBERS: Record<string, (facts: RunFacts) => JsonObject> = {
  API: (facts) => ({ apiCheckResult: describeApiRun(facts) }),
  BROWSER: (facts) => ({ browserCheckResult: describeBrowserRun(facts) }),
  MULTI_STEP: (facts) => ({ multiStepCheckResult: describeMultiStepRun(facts) }),
  PLAYWRIGHT: (facts) => ({ playwrightCheckResult: describePlaywrightRun(facts) }),
  AGENTIC: (facts) => ({ agenticCheckResult: describeAgenticRun(facts) }),
  TRACEROUTE: (facts) => ({ tracerouteCheckResult: describeTracerouteRun(facts) }),
  GRPC: (facts) => ({ grpcCheckResult: describeGrpcRun(facts) }),
  SSL: (facts) => ({ sslCheckResult: describeSslRun(facts) }),
}

/** A run as the check results API answers it; null when its script says that it has no details. */
export function renderCheckResult(session: LiveSession, run: PlannedRun): JsonObject | null {
  if (run.details === null) return null
  const { plan } = session
  const { hasErrors, hasFailures, aborted, isDegraded, isCancelled } = run.flags
  const facts: RunFacts = {
    failed: hasErrors || hasFailures || aborted,
    broken: hasErrors,
    durationMs: run.stopMs - run.startMs,
    startedAtMs: session.startedAtMs + run.startMs,
  }
  const stoppedAt = formatTime(session.startedAtMs + run.stopMs)
  return {
    id: run.resultId,
    name: plan.name ?? '',
    checkId: plan.checkId,
    hasFailures,
    hasErrors,
    isDegraded,
    isCancelled,
    overMaxResponseTime: false,
    runLocation: run.location,
    startedAt: formatTime(facts.startedAtMs),
    stoppedAt,
    created_at: stoppedAt,
    responseTime: getResponseTimeMs(run),
    checkRunId: session.startedAtMs,
    attempts: run.attempt,
    resultType: run.resultType,
    sequenceId: run.sequenceId,
    traceId: null,
    errorGroupIds: [],
    ...(run.details ?? DESCRIBERS[plan.checkType]?.(facts)),
  }
}
