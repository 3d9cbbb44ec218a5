import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'

const SERVICES = ['cart', 'search', 'accounts']

function defineCase(title: string, failing: string | null, more: Partial<WorkflowCase> = {}): WorkflowCase {
  const isGreen = failing === null
  const jobs = SERVICES.map((service, index): [string, ExpectedJob] => {
    const result = service === failing ? 'failure' : 'success'
    return [
      `service-${index + 1}`,
      {
        result,
        steps: {
          'Deploy to staging': 'success',
          'Run the checks of the service': { result, outputs: { 'sessions-total': '1' } },
          'Deploy to production': service === failing ? 'skipped' : 'success',
        },
      },
    ]
  })
  return {
    title,
    workflow: 'examples/monorepo.yml',
    event: 'push',
    checks: [
      ...SERVICES.map((service) => ({
        name: `Health of ${service}`,
        tags: ['staging', service],
        session: service === failing ? { status: 'FAILED' } : {},
      })),
      // Tags of one line must all match.
      { name: 'Elsewhere', tags: ['staging'], session: { status: 'FAILED' } },
    ],
    jobs: {
      ...Object.fromEntries(jobs),
      verdict: {
        result: isGreen ? 'success' : 'failure',
        steps: { 'Fail unless every service has passed': isGreen ? 'skipped' : 'failure' },
      },
    },
    ...more,
  }
}

/** Each service is deployed behind its own checks; one that fails stops no other, and the verdict tells. */
export const MONOREPO: WorkflowCase[] = [
  defineCase('all pass', null),
  defineCase('the checks of search fail', 'search'),
]
