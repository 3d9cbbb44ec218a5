import type { SessionScript } from '../../../simulator/script.ts'
import type { ExpectedStep, WorkflowCase } from '../workflow-case.ts'

function defineCase(title: string, broken: SessionScript, gate: ExpectedStep, said: string): WorkflowCase {
  return {
    title,
    workflow: 'examples/nightly-report.yml',
    event: 'workflow_dispatch',
    checks: [
      { name: 'Imprint', tags: ['nightly'] },
      { name: 'Search', tags: ['nightly'], session: broken },
    ],
    jobs: {
      report: {
        result: 'success',
        steps: { 'Run the checks': gate, 'Say how many passed': { result: 'success', prints: said } },
      },
    },
  }
}

/** The job is green whatever happens, and the summary tells. */
export const NIGHTLY_REPORT: WorkflowCase[] = [
  defineCase('all pass', {}, { result: 'success', summary: 'Search' }, 'passed, 2 of 2 sessions passed'),
  defineCase(
    'one fails',
    { locations: { 'ap-south-1': [{ hasFailures: true }] } },
    { result: 'failure', summary: 'Search' },
    'failed, 1 of 2 sessions passed',
  ),
]
