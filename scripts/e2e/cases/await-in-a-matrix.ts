import { deriveUuid } from '../../../simulator/ids.ts'
import type { WorkflowCase } from '../workflow-case.ts'

const workflow = 'examples/await-in-a-matrix.yml'
const [first, second, third] = ['first', 'second', 'third'].map((word) => deriveUuid('matrix', word)) as [
  string,
  string,
  string,
]
const start = {
  result: 'success',
  steps: {
    'Start the checks': {
      result: 'success',
      outputs: {
        outcome: 'detached',
        passed: 'false',
        'sessions-total': '3',
        'check-session-ids': JSON.stringify([first, second, third]),
      },
    },
  },
} as const
const passes = {
  result: 'success',
  steps: {
    'Await the session': { result: 'success', outputs: { outcome: 'passed', 'sessions-total': '1' } },
  },
} as const

/** Each session has a job; the deployment needs all of them. */
export const AWAIT_IN_A_MATRIX: WorkflowCase[] = [
  {
    title: 'all pass',
    workflow,
    event: 'workflow_dispatch',
    checks: [first, second, third].map((id) => {
      return { name: `Check ${id}`, tags: ['production'], session: { id } }
    }),
    jobs: {
      start,
      'await-1': passes,
      'await-2': passes,
      'await-3': passes,
      deploy: { result: 'success', steps: { Deploy: 'success' } },
    },
  },
  {
    title: 'the second fails',
    workflow,
    event: 'workflow_dispatch',
    checks: [first, second, third].map((id) => {
      const session = id === second ? { id, status: 'FAILED' } : { id }
      return { name: `Check ${id}`, tags: ['production'], session }
    }),
    jobs: {
      start,
      'await-1': passes,
      'await-2': {
        result: 'failure',
        steps: { 'Await the session': { result: 'failure', outputs: { outcome: 'failed' } } },
      },
      'await-3': passes,
      deploy: { result: 'skipped' },
    },
  },
]
