import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'
import { listTestStarts } from './list-starts.ts'

const WORKFLOW = 'examples/start-test-sessions-and-await-later.yml'
const CHECK = { name: 'Orders API', tags: ['smoke'], test: { durationMs: 1000 } }

const start: ExpectedJob = {
  result: 'success',
  steps: {
    'Start the checks of staging': {
      result: 'success',
      outputs: { outcome: 'detached', 'sessions-total': '2' },
    },
  },
}

function expectEnd(result: 'success' | 'failure', outcome: string, prints: string): ExpectedJob {
  return {
    result,
    steps: {
      'Choose how old a result may be': 'success',
      'Await the session': { result, outputs: { outcome, 'sessions-total': '1' }, prints },
    },
  }
}

function defineCase(
  title: string,
  awaits: ExpectedJob[],
  isReleased: boolean,
  world: Partial<WorkflowCase>,
): WorkflowCase {
  return {
    title,
    workflow: WORKFLOW,
    event: 'push',
    checks: [CHECK],
    jobs: {
      start,
      build: { result: 'success', steps: { Build: 'success' } },
      ...Object.fromEntries(awaits.map((job, index) => [`await-${index + 1}`, job])),
      release: isReleased ? { result: 'success', steps: { Release: 'success' } } : { result: 'skipped' },
    },
    requests: (log) => ({
      'a session was started in each of two places':
        listTestStarts(log)
          .map(({ runLocation }) => runLocation)
          .toSorted()
          .join() === 'eu-central-1,us-east-1',
      'each was awaited':
        new Set(log.filter(({ route }) => route === 'test-completion').map(({ sessionId }) => sessionId))
          .size === 2,
    }),
    ...world,
  }
}

const passes = expectEnd('success', 'passed', 'PASSED')
const fails = expectEnd('failure', 'failed', 'FAILED in us-east-1')
const old = expectEnd('failure', 'error', 'before started-after')

/** Started in one job, awaited in a job for each place; an old result does not count. */
export const START_TEST_SESSIONS_AND_AWAIT_LATER: WorkflowCase[] = [
  defineCase('both pass', [passes, passes], true, {}),
  defineCase('the check fails in one place', [passes, fails], false, {
    checks: [{ ...CHECK, testIn: { 'us-east-1': { status: 'FAILED' } } }],
  }),
  defineCase('the results are of yesterday, as in a late re-run', [old, old], false, {
    testSessionRules: { behaviour: { extra: { startedAt: '2026-01-01T08:00:00.000Z' } } },
  }),
]
