import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'
import { findAddress, listTestStarts } from './list-starts.ts'

const ADDRESS = 'https://shop-vouchers.vercel.example.com'

function defineCase(
  title: string,
  [environment, state]: [environment: string, state: string],
  checks: ExpectedJob,
  world: Partial<WorkflowCase> = {},
): WorkflowCase {
  return {
    title,
    workflow: 'examples/preview-after-a-deployment-elsewhere.yml',
    event: 'deployment_status',
    payload: {
      deployment: { ref: 'vouchers', sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821', environment },
      deployment_status: { environment, state, environment_url: ADDRESS },
    },
    checks: [{ name: 'Orders API', tags: ['preview'], test: { url: '{{{ENVIRONMENT_URL}}}/api/orders' } }],
    jobs: { checks },
    ...world,
  }
}

function expectEnd(result: 'success' | 'failure', outcome: string): ExpectedJob {
  return {
    result,
    steps: { 'Run the checks of the preview': { result, outputs: { outcome }, summary: 'shop' } },
  }
}

/** Only a preview that was deployed is tested, at the address that the event names. */
export const PREVIEW_AFTER_A_DEPLOYMENT_ELSEWHERE: WorkflowCase[] = [
  defineCase('the check passes', ['Preview', 'success'], expectEnd('success', 'passed'), {
    requests: (log) => ({
      'the checks were given the address of the event': findAddress(listTestStarts(log)[0]) === ADDRESS,
      'Checkly is told the environment of the event': JSON.stringify(
        listTestStarts(log)[0]?.['metadata'],
      ).includes('Preview'),
    }),
  }),
  defineCase('the check fails', ['Preview', 'success'], expectEnd('failure', 'failed'), {
    checks: [{ name: 'Orders API', tags: ['preview'], test: { status: 'FAILED' } }],
  }),
  defineCase('production was deployed', ['Production', 'success'], { result: 'skipped' }),
  defineCase('the deployment has begun', ['Preview', 'in_progress'], { result: 'skipped' }),
]
