import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'
import { findAddress, listTestStarts } from './list-starts.ts'

function expectEnd(result: 'success' | 'failure', outcome: string): ExpectedJob {
  return { result, steps: { 'Run the checks': { result, outputs: { outcome, 'sessions-total': '1' } } } }
}

const passes = expectEnd('success', 'passed')
const ADDRESSES = ['https://dev.example.com', 'https://staging.example.com', 'https://www.example.com']

/** Each environment has a session and a result of its own. */
export const SAME_CHECKS_IN_THREE_ENVIRONMENTS: WorkflowCase[] = [
  {
    title: 'all pass',
    workflow: 'examples/same-checks-in-three-environments.yml',
    event: 'push',
    checks: [{ name: 'Orders API', tags: ['smoke'], test: { url: '{{{ENVIRONMENT_URL}}}/api/orders' } }],
    jobs: { 'checks-1': passes, 'checks-2': passes, 'checks-3': passes },
    requests: (log) => {
      const starts = listTestStarts(log)
      return {
        'each environment was given its own address':
          starts.map(findAddress).toSorted().join() === ADDRESSES.join(),
        'each session names its environment':
          new Set(starts.map(({ metadata }) => (metadata as { environment?: string }).environment)).size ===
          3,
      }
    },
  },
  {
    title: 'the check fails',
    workflow: 'examples/same-checks-in-three-environments.yml',
    event: 'push',
    checks: [{ name: 'Orders API', tags: ['smoke'], test: { status: 'FAILED' } }],
    jobs: {
      'checks-1': expectEnd('failure', 'failed'),
      'checks-2': expectEnd('failure', 'failed'),
      'checks-3': expectEnd('failure', 'failed'),
    },
  },
]
