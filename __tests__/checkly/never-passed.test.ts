import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import { createChecklyClient } from '../../src/checkly/checkly-client.ts'
import { judgeSession } from '../../src/verdict/judge-sessions.ts'
import { buildRules, judgeAll } from '../../testing/build-session.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { startRawServer } from '../../testing/raw-server.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'

// Values that come close to what is right, and any others.
const id = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(ID, ID.toUpperCase()) },
  fc.constantFrom(`${ID} `, '', null, 7, [ID], '11111111-2222-4333-8444-555555555555'),
  fc.jsonValue({ maxDepth: 1 }),
)
const status = fc.oneof(
  { weight: 4, arbitrary: fc.constant('PASSED') },
  fc.constantFrom(
    'FAILED',
    'DEGRADED',
    'PROGRESS',
    'passed',
    'PASSED ',
    ['PASSED'],
    { status: 'PASSED' },
    true,
    1,
    '',
    null,
  ),
  fc.jsonValue({ maxDepth: 1 }),
)
const results = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(fc.record({ resultType: fc.constantFrom('FINAL', 'ATTEMPT', null) }), {
      maxLength: 2,
    }),
  },
  fc.constantFrom(null, {}, [null], [[]], 'none'),
  fc.jsonValue({ maxDepth: 2 }),
)
const nearly = fc.record(
  { checkSessionId: id, status, results, name: fc.jsonValue({ maxDepth: 1 }) },
  { requiredKeys: [] },
)
const body: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: nearly.map((value) => JSON.stringify(value)) },
  { weight: 2, arbitrary: fc.json() },
  nearly.map((value) => JSON.stringify([value])),
  nearly.map((value) => JSON.stringify({ data: value })),
  fc.tuple(nearly, fc.nat(200)).map(([value, length]) => JSON.stringify(value).slice(0, length)),
  fc.tuple(nearly, fc.string()).map(([value, noise]) => JSON.stringify(value) + noise),
  fc.string(),
)
const httpStatus = fc.oneof({ weight: 5, arbitrary: fc.constant(200) }, fc.integer({ min: 200, max: 599 }))

/** Says of an answer, in the simplest words there are, whether it is this session, ended and passed. */
function isPassed(code: number, text: string): boolean {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return false
  }
  if (code < 200 || code > 299 || typeof value !== 'object' || value === null || Array.isArray(value))
    return false
  const session = value as Record<string, unknown>
  const isThis =
    typeof session['checkSessionId'] === 'string' && session['checkSessionId'].toLowerCase() === ID
  return isThis && session['status'] === 'PASSED'
}

describe('whatever a server answers', () => {
  // Thousands of requests over real sockets.
  test('no verdict is passed but by this session with a passing status', { timeout: 120_000 }, async () => {
    let next = { code: 200, text: '' }
    const server = await startRawServer((response) => response.writeHead(next.code).end(next.text))
    const redact = (text: string): string => text
    const options = { apiUrl: server.url, apiKey: 'key', accountId: null, redact, trace: null }
    const client = createChecklyClient(options, (caller) => caller)
    const limit = { signal: new AbortController().signal, endsAt: Number.POSITIVE_INFINITY }
    let passed = 0
    await fc.assert(
      fc.asyncProperty(httpStatus, body, async (code, text) => {
        next = { code, text }
        const board = new SessionBoard()
        board.add(ID, null)
        const answer = await client.checkSessions.poll(ID, () => 1, limit)
        if (answer.kind === 'running') board.keepAnswer(ID, null)
        const isDecided = answer.kind === 'completed' || answer.kind === 'refused'
        board.settle(ID, isDecided ? answer : { kind: 'unanswered', lastError: null })
        const sessions = board.list().map((watched) => judgeSession(watched, buildRules()))
        const verdict = judgeAll({ kind: 'awaited', missing: [], unstarted: [], failedFast: false }, sessions)
        if (verdict.succeeds) passed += 1
        expect(verdict.succeeds && !isPassed(code, text)).toBe(false)
        expect(verdict.outcome === 'passed').toBe(verdict.succeeds)
      }),
      { numRuns: chooseRuns(5000) },
    )
    client.close()
    // The property says nothing unless some do pass.
    expect(passed).toBeGreaterThan(chooseRuns(200))
  })
})
