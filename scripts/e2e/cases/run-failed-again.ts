import type { FaultRule } from '../../../simulator/faults.ts'
import { deriveUuid } from '../../../simulator/ids.ts'
import type { LoggedRequest } from '../../../simulator/request-log.ts'
import type { SessionScript } from '../../../simulator/script.ts'
import type { ExpectedStep, WorkflowCase } from '../workflow-case.ts'

const tags = ['staging']
const PAY = deriveUuid('pay')
const SEARCH = deriveUuid('search')

/** What comes of the steps; what is not given is skipped. */
interface Course {
  first: string
  list?: ExpectedStep['result']
  second?: string
  stop?: ExpectedStep['result']
  /** Checks that are started the second time; null when nothing is. */
  again: string[] | number | null
}

/** The circumstances: what becomes of the sessions of two of the three checks, and what goes wrong. */
interface World {
  pay?: SessionScript
  search?: SessionScript
  faults?: FaultRule[]
  timeout?: number
}

function defineCase(title: string, world: World, course: Course): WorkflowCase {
  const { pay = {}, search = {}, faults = [], timeout } = world
  const isGreen = course.first === 'passed' || course.second === 'passed'
  return {
    title,
    workflow: 'examples/run-failed-again.yml',
    event: 'workflow_dispatch',
    checks: [
      { name: 'Login', tags },
      { name: 'Pay', id: PAY, tags, session: pay },
      { name: 'Search', id: SEARCH, tags, session: search },
      { name: 'Elsewhere', tags: ['production'], session: { status: 'FAILED' } },
    ],
    faults,
    ...(timeout === undefined ? {} : { timeout }),
    jobs: {
      gate: {
        result: isGreen ? 'success' : 'failure',
        steps: {
          'Run the checks': expectOutcome(course.first),
          'List what did not pass': course.list ?? 'skipped',
          'Run those again': expectOutcome(course.second),
          'Stop without a verdict': course.stop ?? 'skipped',
          Deploy: isGreen ? 'success' : 'skipped',
        },
      },
    },
    requests: (log) => ({ 'what did not pass was started again': isAgain(course.again, log) }),
  }
}

function expectOutcome(outcome: string | undefined): ExpectedStep {
  if (outcome === undefined) return { result: 'skipped' }
  return { result: outcome === 'passed' ? 'success' : 'failure', outputs: { outcome } }
}

function isAgain(again: Course['again'], log: readonly LoggedRequest[]): boolean {
  const [, second, ...more] = log.filter(({ route }) => route === 'trigger')
  if (more.length > 0) return false
  if (again === null || second === undefined) return again === null && second === undefined
  const { checkId = [] } = (JSON.parse(second.body) as { target?: { checkId?: string[] } }).target ?? {}
  if (typeof again === 'number') return checkId.length === again
  return JSON.stringify(checkId.toSorted()) === JSON.stringify(again.toSorted())
}

const FAILS: SessionScript = { locations: { 'eu-west-1': [{ hasFailures: true }] } }
const ENDLESS: SessionScript = { durationMs: 'manual' }

/** The first polls, one for each of the sessions, answer that they ended in this status. */
function endFirst(sessions: number, status: string): FaultRule {
  return {
    route: 'completion',
    nth: Array.from({ length: sessions }, (_, index) => index + 1),
    behaviour: { kind: 'edit', set: { status } },
  }
}

function refuseTrigger(nth: number): FaultRule {
  return {
    route: 'trigger',
    nth,
    behaviour: { kind: 'respond', status: 403, json: { statusCode: 403, message: 'Forbidden' } },
  }
}

/** Green only when all checks have passed, at first or then; without a verdict nothing is run again. */
export const RUN_FAILED_AGAIN: WorkflowCase[] = [
  defineCase('all pass', {}, { first: 'passed', again: null }),
  defineCase(
    'one fails, then passes',
    { faults: [endFirst(1, 'FAILED')] },
    { first: 'failed', list: 'success', second: 'passed', again: 1 },
  ),
  defineCase(
    'all are degraded, then pass',
    { faults: [endFirst(3, 'DEGRADED')] },
    { first: 'failed', list: 'success', second: 'passed', again: 3 },
  ),
  defineCase(
    'one fails twice',
    { pay: FAILS },
    { first: 'failed', list: 'success', second: 'failed', again: [PAY] },
  ),
  defineCase(
    'one fails, one never ends',
    { pay: FAILS, search: ENDLESS, timeout: 3 },
    { first: 'failed', list: 'success', second: 'failed', again: [PAY, SEARCH] },
  ),
  defineCase(
    'one fails, and cannot be started again',
    { pay: FAILS, faults: [refuseTrigger(2)] },
    { first: 'failed', list: 'success', second: 'error', again: [PAY] },
  ),
  defineCase(
    'one fails, and its check has no id',
    { pay: { ...FAILS, extra: { checkId: '' } } },
    { first: 'failed', list: 'failure', again: null },
  ),
  defineCase(
    'one never ends',
    { pay: ENDLESS, timeout: 3 },
    { first: 'timeout', stop: 'failure', again: null },
  ),
  defineCase(
    'Checkly refuses',
    { faults: [refuseTrigger(1)] },
    { first: 'error', stop: 'failure', again: null },
  ),
  {
    ...defineCase('no check matches', {}, { first: 'no-match', stop: 'failure', again: null }),
    checks: [],
  },
]
