import type { SessionScript } from '../../../simulator/script.ts'
import type { WorkflowCase } from '../workflow-case.ts'

const FAILS: SessionScript = { locations: { 'eu-west-1': [{ hasFailures: true }] } }

function defineCase(title: string, pay: SessionScript, imprint: SessionScript): WorkflowCase {
  const paid = pay === FAILS ? 'failure' : 'success'
  const printed = imprint === FAILS ? 'failure' : 'success'
  return {
    title,
    workflow: 'examples/blocking-and-informative.yml',
    event: 'push',
    checks: [
      { name: 'Pay', tags: ['staging', 'critical'], session: pay },
      { name: 'Imprint', tags: ['staging', 'informative'], session: imprint },
    ],
    jobs: {
      blocking: {
        result: paid,
        steps: {
          'Run the critical checks': { result: paid, outputs: { 'sessions-total': '1' }, summary: 'Pay' },
        },
      },
      informative: {
        result: 'success',
        steps: {
          'Run the informative checks': {
            result: printed,
            outputs: { 'sessions-total': '1' },
            summary: 'Imprint',
          },
        },
      },
      production:
        paid === 'success' ? { result: 'success', steps: { Deploy: 'success' } } : { result: 'skipped' },
    },
  }
}

/** Only the first kind decides; both are in the summary. */
export const BLOCKING_AND_INFORMATIVE: WorkflowCase[] = [
  defineCase('all pass', {}, {}),
  defineCase('one that informs fails', {}, FAILS),
  defineCase('one that blocks fails', FAILS, {}),
]
