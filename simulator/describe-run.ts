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
  /** Address that an API check calls; undefined for the usual one. */
  url: string | undefined
}

/**
 * The signature in the URLs of traces and videos: whoever has such a URL can read the file. Tests look for it in
 * everything that a step leaves behind.
 */
export const ASSET_CANARY = 'canary5ae1signature9c3f'

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

/** The default details of a run: the fields that the contract has for its check type; none for other types. */
export function describeRun(checkType: string, facts: RunFacts): JsonObject {
  return DESCRIBERS[checkType]?.(facts) ?? {}
}

/*
 * Default details of runs that speak a protocol, in the fields that the contract documents. What the
 * contract leaves free (assertions) has the fields that the vendor's CLI reads: source, property,
 * comparison, target, actual, and an error when it failed.
 */

const ENDPOINT = 'https://shop.example.com/api/orders'

// `apiCheckResult`: a failed status assertion, or a refused connection when the run broke.
function describeApiRun({ failed, broken, durationMs, url = ENDPOINT }: RunFacts): JsonObject {
  const answered = failed
    ? { status: 503, statusText: 'Service Unavailable', body: '{"error":"upstream connect error"}' }
    : { status: 200, statusText: 'OK', body: '{"orders":[]}' }
  return {
    assertions: broken
      ? null
      : [assertEquals('STATUS_CODE', 200, answered.status), assertFaster(2000, durationMs)],
    request: { method: 'GET', url, data: '', headers: { accept: 'application/json' }, params: {} },
    response: broken
      ? { status: 0, statusText: '', body: '', headers: null, timings: null, timingPhases: null }
      : { ...answered, headers: { 'content-type': 'application/json' }, timings: null, timingPhases: null },
    requestError: broken ? 'connect ECONNREFUSED 203.0.113.10:443' : null,
    jobLog: null,
    jobAssets: null,
    pcapDataUrl: null,
  }
}

// `grpcCheckResult`: status 14 (unavailable) when it failed.
function describeGrpcRun({ failed, broken }: RunFacts): JsonObject {
  const grpcStatusCode = failed ? 14 : 0
  const requestError = broken ? '14 UNAVAILABLE: No connection established' : null
  return {
    grpcStatusCode,
    healthStatus: failed ? 2 : 1,
    timingPhases: null,
    requestError,
    request: { url: 'grpc://orders.example.com:443', method: 'grpc.health.v1.Health/Check' },
    assertions: broken ? null : [assertEquals('GRPC_STATUS_CODE', 0, grpcStatusCode)],
    response: {
      grpcMode: 'HEALTH',
      host: 'orders.example.com',
      port: 443,
      grpcMethod: 'grpc.health.v1.Health/Check',
      grpcStatusCode,
      grpcStatusMessage: failed ? 'upstream is not serving' : 'OK',
      healthStatus: failed ? 2 : 1,
      healthStatusLabel: failed ? 'NOT_SERVING' : 'SERVING',
      requestError,
    },
  }
}

// `sslCheckResult`: an expired certificate when it failed.
function describeSslRun({ failed, broken, durationMs }: RunFacts): JsonObject {
  const daysUntilExpiry = failed ? -2 : 71
  return {
    tlsVersion: 'TLSv1.3',
    cipherSuite: 'TLS_AES_256_GCM_SHA384',
    daysUntilExpiry,
    handshakeTimeMs: durationMs,
    chainTrusted: !failed,
    hostnameVerified: true,
    baselineVerdict: failed ? 'FAIL' : 'PASS',
    baselineGrade: failed ? 'F' : 'A',
    failureCategory: failed ? 'CERT_EXPIRED' : null,
    requestError: broken ? 'certificate has expired' : null,
    request: { hostname: 'shop.example.com', port: 443 },
    assertions: [assertEquals('CERT_NOT_EXPIRED', true, !failed)],
    response: { daysUntilExpiry, chainTrusted: !failed, hostnameVerified: true, protocol: 'TLSv1.3' },
  }
}

// `tracerouteCheckResult`: a route that ends after eleven hops when it failed.
function describeTracerouteRun({ failed, broken, durationMs }: RunFacts): JsonObject {
  const route = { totalHops: failed ? 11 : 14, destinationReached: !failed }
  return {
    ...route,
    finalHopLatency: failed ? null : { avg: durationMs },
    timingPhases: null,
    requestError: broken ? 'getaddrinfo ENOTFOUND shop.example.com' : null,
    request: { hostname: 'shop.example.com', port: 443, protocol: 'TCP' },
    assertions: [],
    response: { ...route, hostname: 'shop.example.com', truncationReason: failed ? 'MAX_UNKNOWN_HOPS' : '' },
  }
}

function assertEquals(source: string, target: unknown, actual: unknown): JsonObject {
  const error = target === actual ? null : `expected ${actual} to equal ${target}`
  return { source, property: '', comparison: 'EQUALS', target, regex: null, error, actual }
}

function assertFaster(targetMs: number, actualMs: number): JsonObject {
  const error = actualMs < targetMs ? null : `expected ${actualMs} to be less than ${targetMs}`
  return {
    source: 'RESPONSE_TIME',
    property: '',
    comparison: 'LESS_THAN',
    target: targetMs,
    error,
    actual: actualMs,
  }
}

/*
 * Default details of runs that execute code or an agent, in the fields that the contract documents.
 * Where it leaves the shape of an error open, errors are what Playwright itself reports: messages of
 * several lines with colour codes.
 */

const RED = '\u001b[31m'
const DIM = '\u001b[2m'
const RESET = '\u001b[39m'
const RESET_DIM = '\u001b[22m'

/** A failed expectation as Playwright prints it, colours and code frame included. */
const PLAYWRIGHT_MESSAGE = [
  `Error: ${DIM}expect(${RESET_DIM}${RED}locator${RESET}${DIM}).${RESET_DIM}toBeVisible${DIM}()${RESET_DIM} failed`,
  '',
  "Locator:  getByRole('button', { name: 'Pay now' })",
  'Expected: visible',
  `Received: ${RED}<element(s) not found>${RESET}`,
  'Timeout:  5000ms',
  '',
  'Call log:',
  `${DIM}  - Expect "toBeVisible" with timeout 5000ms${RESET_DIM}`,
  `${DIM}  - waiting for getByRole('button', { name: 'Pay now' })${RESET_DIM}`,
].join('\n')

const PLAYWRIGHT_FRAME = [
  `  21 |   await page.goto('/cart')`,
  `  22 |   await page.getByRole('link', { name: 'Checkout' }).click()`,
  `${RED}>${RESET} 23 |   await expect(page.getByRole('button', { name: 'Pay now' })).toBeVisible()`,
  `     |                                                               ${RED}^${RESET}`,
].join('\n')

// `browserCheckResult`, with one error as text when the run failed.
function describeBrowserRun({ failed, startedAtMs, durationMs }: RunFacts): JsonObject {
  return {
    type: 'PLAYWRIGHT',
    traceSummary: { consoleErrors: 0, networkErrors: failed ? 1 : 0, documentErrors: 0, userScriptErrors: 0 },
    pages: [{ url: 'https://shop.example.com/cart' }],
    errors: failed ? [`${PLAYWRIGHT_MESSAGE}\n\n    at /check/checkout.spec.ts:23:63`] : [],
    playwrightTestTraces: [signUrl('trace.zip')],
    playwrightTestVideos: [signUrl('video.webm')],
    startTime: startedAtMs,
    endTime: startedAtMs + durationMs,
    runtimeVersion: '2026.04',
    jobLog: null,
    jobAssets: null,
  }
}

// `multiStepCheckResult`, with one error as text when the run failed.
function describeMultiStepRun({ failed, startedAtMs, durationMs }: RunFacts): JsonObject {
  const message = `Error: ${DIM}expect(${RESET_DIM}${RED}response${RESET}${DIM}).${RESET_DIM}toBeOK()`
  return {
    errors: failed
      ? [`${message}\n\nResponse: ${RED}502 Bad Gateway${RESET}\n    at /check/orders.spec.ts:14:26`]
      : [],
    startTime: startedAtMs,
    endTime: startedAtMs + durationMs,
    runtimeVersion: '2026.04',
    jobLog: null,
    jobAssets: null,
  }
}

// `playwrightCheckResult`, with one free-form error object when the run failed.
function describePlaywrightRun({ failed }: RunFacts): JsonObject {
  const error = {
    message: PLAYWRIGHT_MESSAGE,
    stack: `${PLAYWRIGHT_MESSAGE}\n    at /suite/tests/checkout.spec.ts:23:63`,
    snippet: PLAYWRIGHT_FRAME,
    location: { file: '/suite/tests/checkout.spec.ts', line: 23, column: 63 },
    title: 'checkout › pays with a saved card',
  }
  return {
    errors: failed ? [error] : [],
    playwrightTraceFiles: [{ url: signUrl('trace.zip'), name: 'trace', filename: 'trace.zip' }],
    jobLog: null,
    jobAssets: null,
    playwrightTestTraces: [signUrl('trace.zip')],
    playwrightTestVideos: [signUrl('video.webm')],
  }
}

// `agenticCheckResult`: one assertion that does not hold when the run failed, or an error when it broke.
function describeAgenticRun({ failed, broken }: RunFacts): JsonObject {
  return {
    summary: failed ? 'The order page shows no confirmation.' : 'The order was placed.',
    prompt: 'Order a coffee and see that the confirmation appears.',
    assertions: [
      {
        condition: 'A confirmation with an order number is shown',
        passed: !failed,
        expected: 'an order number',
        actual: failed ? 'the text "Something went wrong"' : 'order 10017',
      },
    ],
    suggestions: [],
    steps: [{ type: 'message', output: 'Opened the shop.', sequenceNumber: 1 }],
    errors: broken ? [{ error: { message: 'The agent ran out of steps.' } }] : [],
    artifactManifest: null,
  }
}

function signUrl(file: string): string {
  return `https://assets.example.com/${file}?X-Amz-Expires=3600&X-Amz-Signature=${ASSET_CANARY}`
}
