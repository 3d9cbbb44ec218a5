import type { WorkflowCase } from '../workflow-case.ts'

const workflow = 'examples/gate-production-deployment.yml'

/** Production is deployed to when staging's checks pass, and only then. */
export const GATE_PRODUCTION_DEPLOYMENT: WorkflowCase[] = [
  {
    title: 'all pass',
    workflow,
    event: 'push',
    checks: [
      { name: 'Login', tags: ['staging', 'critical'] },
      { name: 'Pay', tags: ['staging', 'checkout'] },
      { name: 'Imprint', tags: ['staging'] },
    ],
    jobs: {
      staging: { result: 'success', steps: { Deploy: 'success' } },
      gate: {
        result: 'success',
        steps: {
          'Run the checks of staging': {
            result: 'success',
            outputs: { outcome: 'passed', passed: 'true', status: 'PASSED', 'sessions-total': '2' },
            summary: 'Login',
          },
        },
      },
      production: {
        result: 'success',
        steps: { Deploy: { result: 'success', prints: '2 checks passed on staging.' } },
      },
    },
  },
  {
    title: 'one fails',
    workflow,
    event: 'push',
    checks: [
      { name: 'Login', tags: ['staging', 'critical'] },
      {
        name: 'Pay',
        tags: ['staging', 'checkout'],
        session: { locations: { 'eu-west-1': [{ hasFailures: true }] } },
      },
    ],
    jobs: {
      staging: { result: 'success', steps: { Deploy: 'success' } },
      gate: {
        result: 'failure',
        steps: {
          'Run the checks of staging': {
            result: 'failure',
            outputs: { outcome: 'failed', passed: 'false', status: 'FAILED', 'sessions-failed': '1' },
            prints: '::error',
            summary: 'Pay',
          },
        },
      },
      production: { result: 'skipped' },
    },
  },
]
