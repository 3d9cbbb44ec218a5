import { expect, test } from 'vitest'
import { deriveUuid } from '../simulator/ids.ts'
import { SessionBoard } from '../src/awaiting/session-board.ts'
import { runGate } from '../src/gate-step.ts'
import { INPUT_DEFAULTS, type InputName } from '../src/inputs/input-defaults.ts'
import { type Inputs, readInputs } from '../src/inputs/read-inputs.ts'
import type { Log } from '../src/runner/log.ts'
import { judgeSession } from '../src/verdict/judge-sessions.ts'
import { buildRules, judgeAll } from '../testing/build-session.ts'
import { FakeClock } from '../testing/fake-clock.ts'
import { RUNNING, retryable } from '../testing/script-answers.ts'
import { type AnswerSession, type ScriptedSessions, scriptSessions } from '../testing/script-sessions.ts'

const DEADLINE = 60_000

const nothing = (): void => {}
const SILENT: Log = {
  info: nothing,
  group: nothing,
  groups: nothing,
  warning: nothing,
  error: nothing,
  debug: nothing,
}

async function makeInputs(
  ids: readonly string[],
  more: Partial<Record<InputName, string>> = {},
): Promise<Inputs> {
  const given: Partial<Record<InputName, string>> = {
    'api-key': 'cu_key',
    'check-session-id': ids.join(),
    ...more,
  }
  return readInputs((name) => given[name] ?? INPUT_DEFAULTS[name], {})
}

/** Runs the step on a clock of its own until the deadline at the latest. */
async function play(inputs: Inputs, clock: FakeClock, scripted: ScriptedSessions, onAwaiting = nothing) {
  const board = new SessionBoard()
  const signal = new AbortController().signal
  const timing = { clock, sleep: clock.sleep }
  const schedule = { timing, startedAt: 0, deadline: DEADLINE, signal, starting: signal }
  // Nothing is learnt here after the verdict.
  const nobody = (): Promise<null> => Promise.resolve(null)
  const history = { readCheck: nobody, readErrorGroup: nobody }
  const plan = { api: scripted.api, starts: [], history, findSilent: () => Promise.resolve([]) }
  const ending = await clock.runUntil(
    runGate(inputs, plan, board, SILENT, schedule, buildRules, () => {}, onAwaiting),
  )
  const sessions = board.list().map((watched) => judgeSession(watched, buildRules()))
  return judgeAll(ending, sessions, clock.now())
}

const running: AnswerSession = (_id, seconds) => ({ answer: RUNNING, tookMs: 1000 * seconds })

test('says which sessions are awaited before anything is asked about them', async () => {
  const clock = new FakeClock()
  const scripted = scriptSessions(clock, running)
  const asked: number[] = []
  await play(await makeInputs([deriveUuid('session', 'a')]), clock, scripted, () =>
    asked.push(scripted.polls.length + scripted.snapshots.length),
  )
  expect(asked).toEqual([0])
  expect(scripted.polls.length).toBeGreaterThan(0)
})

const [RUNS, UNREACHED] = [deriveUuid('session', 'runs'), deriveUuid('session', 'unreached')]

test.each([
  ['first', [RUNS, UNREACHED]],
  ['last', [UNREACHED, RUNS]],
])(
  'fail-fast or not, one that was never reached is an error beside one that runs, which comes %s',
  async (_place, ids) => {
    for (const failFast of ['true', 'false']) {
      const clock = new FakeClock()
      const scripted = scriptSessions(clock, (id, seconds) =>
        id === RUNS ? running(id, seconds) : { answer: retryable('reset'), tookMs: 0 },
      )
      const verdict = await play(await makeInputs(ids, { 'fail-fast': failFast }), clock, scripted)
      expect(verdict).toMatchObject({ outcome: 'error', succeeds: false, failedFast: false })
      expect(clock.now()).toBe(DEADLINE)
    }
  },
)
