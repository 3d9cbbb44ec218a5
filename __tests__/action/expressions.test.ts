import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import type { SimulatorOptions } from '../../simulator/server.ts'
import type { RunResult } from '../../testing/run-action.ts'
import { OUTPUTS, runGate, runStep, SIGNALS, startGate, test } from './support.ts'

/** The outputs that are JSON, each a list. */
const LISTS = ['check-session-ids', 'test-session-ids', 'sessions', 'results', 'failures']

/** What an expression of a later step comes to, by GitHub's own evaluator. Throws where a workflow would fail. */
function evaluate(expression: string, outputs: Readonly<Record<string, string>>): data.ExpressionData {
  const known = new data.Dictionary(
    ...Object.entries(outputs).map(([key, value]) => ({ key, value: new data.StringData(value) })),
  )
  const step = new data.Dictionary({ key: 'outputs', value: known })
  const steps = new data.Dictionary({ key: 'gate', value: step })
  const tokens = new Lexer(expression).lex().tokens
  const parsed = new Parser(tokens, ['steps'], []).parse()
  return new Evaluator(parsed, new data.Dictionary({ key: 'steps', value: steps })).evaluate()
}

/** Every output is set, and every list can be read by a later step. */
function expectReadable(run: RunResult): void {
  expect(Object.keys(run.outputs).sort()).toEqual(OUTPUTS)
  for (const name of LISTS) {
    const list = evaluate(`fromJSON(steps.gate.outputs.${name})`, run.outputs)
    expect([name, list.kind]).toEqual([name, data.Kind.Array])
  }
  const [outcome, passed] = ['outcome', 'passed'].map((name) => run.outputs[name])
  expect(passed).toBe(String(outcome === 'passed'))
  expect(evaluate("steps.gate.outputs.passed == 'true'", run.outputs).coerceString()).toBe(passed)
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's, as somebody may name a check
const HOSTILE = 'a "quoted" \\ name\n${{ github.token }} ]} \u2028 \ud83d\ude00'
const passing = buildSession({ name: HOSTILE, ended: true })
const failing = buildSession({ name: `Fails ${HOSTILE}`, status: 'FAILED', ended: true })
const slow = buildSession({ name: 'Slow', durationMs: 'manual' })
const tested = buildTestSession({ checks: [{ name: 'Login', status: 'FAILED' }, { name: HOSTILE }] })
const testedSlow = buildTestSession({ checks: [{ name: 'Login' }], durationMs: 'manual' })
const checks = [
  { name: 'Home', tags: ['shop'] },
  { name: 'Pay', tags: ['shop'], session: { status: 'DEGRADED' } },
]

describe('a later step reads every JSON output with fromJSON', () => {
  test.concurrent.for<
    [title: string, outcome: string, inputs: Record<string, string>, world: SimulatorOptions]
  >([
    ['one passed', 'passed', { 'check-session-id': passing.id }, { sessions: [passing] }],
    [
      'one failed',
      'failed',
      { 'check-session-id': `${failing.id} ${passing.id}` },
      { sessions: [passing, failing] },
    ],
    ['the wait ended first', 'timeout', { 'check-session-id': slow.id, timeout: '5' }, { sessions: [slow] }],
    [
      'refused',
      'error',
      { 'check-session-id': passing.id, 'api-key': 'wrong-key-wrong' },
      { sessions: [passing] },
    ],
    ['a bad input', 'error', { 'check-session-id': 'nonsense' }, {}],
    ['nothing matched', 'no-match', { tags: 'none' }, {}],
    ['nothing matched, tolerated', 'no-match', { tags: 'none', 'fail-on-no-matching': 'false' }, {}],
    ['started only', 'detached', { tags: 'shop', detach: 'true' }, { checks }],
    ['let through', 'passed', { tags: 'shop', 'passing-statuses': 'PASSED, DEGRADED' }, { checks }],
    [
      'test sessions',
      'failed',
      { tags: 'shop', 'session-type': 'test' },
      { checks: [{ name: HOSTILE, tags: ['shop'], test: { status: 'FAILED' } }] },
    ],
    [
      'a test session given by its id',
      'failed',
      { 'test-session-id': tested.id ?? '' },
      { testSessions: [tested] },
    ],
    [
      'a test session that runs on',
      'timeout',
      { 'test-session-id': testedSlow.id ?? '', timeout: '5' },
      { testSessions: [testedSlow] },
    ],
    ['test sessions, nothing matched', 'no-match', { tags: 'none', 'session-type': 'test' }, { checks }],
    [
      'test sessions, started only',
      'detached',
      { tags: 'shop', 'session-type': 'test', detach: 'true' },
      { checks },
    ],
  ])('%s', async ([_title, outcome, inputs, world], { startApi }) => {
    const api = await startApi(world)
    const run = await (outcome === 'timeout' ? runGate : runStep)(api, inputs)
    expect(run.outputs['outcome']).toBe(outcome)
    expectReadable(run)
  })

  test.concurrent.for(SIGNALS)('cancelled by %s', async (signal, { startApi }) => {
    const api = await startApi({ sessions: [slow] })
    const { child, done } = startGate(api, { 'check-session-id': slow.id })
    await api.waitForRequest(({ route }) => route === 'completion')
    child.kill(signal)
    const run = await done
    expect(run.outputs['outcome']).toBe('cancelled')
    expectReadable(run)
  })

  test.concurrent('and takes one thing out of it', async ({ startApi }) => {
    const api = await startApi({ sessions: [failing] })
    const { outputs } = await runStep(api, { 'check-session-id': failing.id })
    const read = (expression: string): string => evaluate(expression, outputs).coerceString()
    expect(read('fromJSON(steps.gate.outputs.check-session-ids)[0]')).toBe(failing.id)
    expect(read('fromJSON(steps.gate.outputs.failures)[0].status')).toBe('FAILED')
    expect(read('fromJSON(steps.gate.outputs.failures)[0].link')).toContain(failing.id)
  })
})
