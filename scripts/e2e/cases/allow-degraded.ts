import type { SessionScript } from '../../../simulator/script.ts'
import type { WorkflowCase } from '../workflow-case.ts'

function defineCase(status: string, session: SessionScript): WorkflowCase {
  const result = status === 'FAILED' ? 'failure' : 'success'
  return {
    title: `the worst is ${status}`,
    workflow: 'examples/allow-degraded.yml',
    event: 'workflow_dispatch',
    checks: [
      { name: 'Front page', tags: ['staging'] },
      { name: 'Search', tags: ['staging'], session },
    ],
    jobs: {
      gate: {
        result,
        steps: {
          'Run the checks': { result, outputs: { status } },
          'Say when it was slow':
            status === 'DEGRADED'
              ? {
                  result: 'success',
                  prints: '::warning title=Degraded::Degraded results: 1, see the job summary',
                }
              : 'skipped',
          Deploy: result === 'success' ? 'success' : 'skipped',
        },
      },
    },
  }
}

/** Degraded passes, with a word about it; failed does not. */
export const ALLOW_DEGRADED: WorkflowCase[] = [
  defineCase('PASSED', {}),
  defineCase('DEGRADED', { locations: { 'eu-west-1': [{ isDegraded: true }] } }),
  defineCase('FAILED', { locations: { 'eu-west-1': [{ hasFailures: true }] } }),
]
