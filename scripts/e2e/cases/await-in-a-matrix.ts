import type { CheckScript } from '../../../simulator/script.ts'
import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'

const passes: ExpectedJob = {
  result: 'success',
  steps: {
    'Await the session': { result: 'success', outputs: { outcome: 'passed', 'sessions-total': '1' } },
  },
}

const fails: ExpectedJob = {
  result: 'failure',
  steps: {
    'Await the session': { result: 'failure', outputs: { outcome: 'failed', 'sessions-total': '1' } },
  },
}

function defineCase(
  title: string,
  second: CheckScript,
  await2: ExpectedJob,
  deploy: ExpectedJob,
): WorkflowCase {
  const tags = ['staging']
  return {
    title,
    workflow: 'examples/await-in-a-matrix.yml',
    event: 'workflow_dispatch',
    checks: [
      { name: 'Login', tags },
      { ...second, tags },
      { name: 'Pay', tags },
    ],
    jobs: {
      start: {
        result: 'success',
        steps: {
          'Start the checks': {
            result: 'success',
            outputs: { outcome: 'detached', passed: 'false', 'sessions-total': '3' },
          },
        },
      },
      'await-1': passes,
      'await-2': await2,
      'await-3': passes,
      deploy,
    },
    requests: (log) => {
      const awaited = log.filter(({ route }) => route === 'completion').map(({ sessionId }) => sessionId)
      return { 'each of the three was awaited': new Set(awaited).size === 3 }
    },
  }
}

/** Each session has a job; the deployment needs all of them. */
export const AWAIT_IN_A_MATRIX: WorkflowCase[] = [
  defineCase('all pass', { name: 'Search' }, passes, { result: 'success', steps: { Deploy: 'success' } }),
  defineCase('the second fails', { name: 'Search', session: { status: 'FAILED' } }, fails, {
    result: 'skipped',
  }),
]
