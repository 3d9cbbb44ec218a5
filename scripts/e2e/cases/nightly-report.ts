import type { SessionScript } from '../../../simulator/script.ts'
import type { ExpectedStep, WorkflowCase } from '../workflow-case.ts'

function defineCase(
  title: string,
  search: SessionScript,
  gate: ExpectedStep,
  said: string,
  more: Partial<WorkflowCase> = {},
): WorkflowCase {
  const isSilent = more.apiKey !== undefined || more.checks !== undefined
  return {
    title,
    workflow: 'examples/nightly-report.yml',
    event: 'workflow_dispatch',
    checks: [
      { name: 'Imprint', tags: ['nightly'] },
      { name: 'Search', tags: ['nightly'], session: search },
    ],
    jobs: {
      report: {
        result: isSilent ? 'failure' : 'success',
        steps: {
          'Run the checks': gate,
          'Say what came of it': { result: 'success', prints: said },
          'Fail when the checks have said nothing': isSilent ? 'failure' : 'skipped',
        },
      },
    },
    ...more,
  }
}

/** The job is green whatever the checks say, and red when they could not be run. */
export const NIGHTLY_REPORT: WorkflowCase[] = [
  defineCase('all pass', {}, { result: 'success', summary: 'Search' }, 'All 2 checks passed'),
  defineCase(
    'one fails',
    { locations: { 'ap-south-1': [{ hasFailures: true }] } },
    { result: 'failure', summary: 'Search' },
    '1 of 2 checks failed',
  ),
  defineCase('the key is dead', {}, { result: 'failure', outputs: { outcome: 'error' } }, 'check api-key', {
    apiKey: 'cu_dead00000000000000000000000000',
  }),
  defineCase(
    'no check has the tag any more',
    {},
    { result: 'failure', outputs: { outcome: 'no-match' } },
    'No active check matches',
    {
      checks: [],
    },
  ),
]
