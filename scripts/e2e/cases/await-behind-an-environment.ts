import type { WorkflowCase } from '../workflow-case.ts'

/** Started in one job, awaited in another one that deploys. */
export const AWAIT_BEHIND_AN_ENVIRONMENT: WorkflowCase[] = ['PASSED', 'DEGRADED'].map((status) => {
  const result = status === 'PASSED' ? 'success' : 'failure'
  return {
    title: `a session ends ${status}`,
    workflow: 'examples/await-behind-an-environment.yml',
    event: 'push',
    checks: [
      { name: 'Login', tags: ['staging'] },
      { name: 'Pay', tags: ['staging'], session: { status, durationMs: 2_000 } },
    ],
    jobs: {
      start: {
        result: 'success',
        steps: {
          'Start the checks': { result: 'success', outputs: { outcome: 'detached', passed: 'false' } },
        },
      },
      build: { result: 'success', steps: { Build: 'success' } },
      production: {
        result,
        steps: {
          'Await the checks': { result, outputs: { status, 'sessions-total': '2' }, summary: 'Pay' },
          Deploy: status === 'PASSED' ? 'success' : 'skipped',
        },
      },
    },
  }
})
