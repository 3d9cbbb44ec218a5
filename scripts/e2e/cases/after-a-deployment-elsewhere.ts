import type { ExpectedJob, ExpectedStep, WorkflowCase } from '../workflow-case.ts'

function defineCase(
  title: string,
  [environment, state]: [environment: string, state: string],
  checks: ExpectedJob,
  world: Partial<WorkflowCase> = {},
): WorkflowCase {
  return {
    title,
    workflow: 'examples/after-a-deployment-elsewhere.yml',
    event: 'deployment_status',
    payload: { deployment: { ref: 'main', environment }, deployment_status: { environment, state } },
    checks: [{ name: 'Front page', tags: ['production'] }],
    jobs: { checks },
    ...world,
  }
}

function expectEnd(outcome: string, page: ExpectedStep, message: ExpectedStep): ExpectedJob {
  const result = outcome === 'passed' ? 'success' : 'failure'
  return {
    result,
    steps: {
      'Run the checks of production': { result, outputs: { outcome } },
      'Page somebody': page,
      'Write to a channel': message,
    },
  }
}

const SKIPPED: ExpectedStep = { result: 'skipped' }
const PRODUCTION: [string, string] = ['Production', 'success']

/** Only a deployment to production that succeeded is tested, and only checks that failed wake somebody. */
export const AFTER_A_DEPLOYMENT_ELSEWHERE: WorkflowCase[] = [
  defineCase('the check passes', PRODUCTION, expectEnd('passed', SKIPPED, SKIPPED)),
  defineCase(
    'the check fails',
    PRODUCTION,
    expectEnd('failed', { result: 'success', prints: 'see http' }, SKIPPED),
    { checks: [{ name: 'Front page', tags: ['production'], session: { status: 'FAILED' } }] },
  ),
  defineCase(
    'the check does not end',
    PRODUCTION,
    expectEnd('timeout', SKIPPED, { result: 'success', prints: 'ended with timeout' }),
    {
      checks: [{ name: 'Front page', tags: ['production'], session: { durationMs: 'manual' } }],
      timeout: 3,
    },
  ),
  defineCase(
    'Checkly is out of order',
    PRODUCTION,
    expectEnd('error', SKIPPED, { result: 'success', prints: 'ended with error' }),
    { faults: [{ route: 'trigger', behaviour: { kind: 'respond', status: 503 } }], timeout: 3 },
  ),
  defineCase('the deployment has begun', ['Production', 'in_progress'], { result: 'skipped' }),
  defineCase('the deployment failed', ['Production', 'failure'], { result: 'skipped' }),
  defineCase('a preview was deployed', ['Preview', 'success'], { result: 'skipped' }),
]
