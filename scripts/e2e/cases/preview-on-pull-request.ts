import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'
import { findAddress, listTestStarts } from './list-starts.ts'

const DEPLOYED: ExpectedJob = { result: 'success', steps: { Deploy: 'success' } }
const SKIPPED: ExpectedJob = { result: 'skipped' }

function defineCase(
  title: string,
  [login, from]: [login: string, from: string],
  deploy: ExpectedJob,
  checks: ExpectedJob,
  world: Partial<WorkflowCase>,
): WorkflowCase {
  return {
    title,
    workflow: 'examples/preview-on-pull-request.yml',
    event: 'pull_request',
    payload: {
      pull_request: {
        number: 42,
        title: 'Vouchers',
        user: { login },
        head: { ref: 'vouchers', sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821', repo: { full_name: from } },
      },
    },
    jobs: { deploy, checks },
    ...world,
  }
}

function expectChecks(result: 'success' | 'failure', outcome: string, summary: string): ExpectedJob {
  return {
    result,
    steps: {
      'Refuse to test without an address': 'success',
      'Run the checks of the preview': {
        result,
        outputs: { outcome, 'session-type': 'test', 'check-session-ids': '[]' },
        summary,
      },
    },
  }
}

const url = '{{{ENVIRONMENT_URL}}}/api/orders'
const ORDERS = { name: 'Orders API', tags: ['preview'], test: { url } }
const REQUESTS: WorkflowCase['requests'] = (log) => {
  const starts = listTestStarts(log)
  return {
    'one test session was started, with the address of the preview':
      starts.length === 1 && findAddress(starts[0]) === 'https://pr-42.preview.example.com',
    'it is of the commit that people know, and of the environment': [
      'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
      'preview',
    ].every((text) => JSON.stringify(starts[0]?.['metadata']).includes(text)),
    'no check session was started, which would alert': log.every(({ route }) => route !== 'trigger'),
  }
}

/** The preview is deployed and tested; who gets no key is left alone. */
export const PREVIEW_ON_PULL_REQUEST: WorkflowCase[] = [
  defineCase(
    'the checks pass',
    ['ada', 'acme/shop'],
    DEPLOYED,
    expectChecks('success', 'passed', 'The API check called that host'),
    { checks: [ORDERS], requests: REQUESTS },
  ),
  defineCase(
    'a check passes on another host',
    ['ada', 'acme/shop'],
    DEPLOYED,
    expectChecks('success', 'passed', '1 another'),
    {
      checks: [
        ORDERS,
        { name: 'Login API', tags: ['preview'], test: { url: 'https://shop.example.com/login' } },
      ],
      requests: REQUESTS,
    },
  ),
  defineCase(
    'a check fails',
    ['ada', 'acme/shop'],
    DEPLOYED,
    expectChecks('failure', 'failed', 'Orders API'),
    { checks: [{ ...ORDERS, test: { url, status: 'FAILED' } }], requests: REQUESTS },
  ),
  defineCase('from a fork', ['eve', 'eve/shop'], SKIPPED, SKIPPED, { checks: [ORDERS] }),
  defineCase('by Dependabot', ['dependabot[bot]', 'acme/shop'], SKIPPED, SKIPPED, { checks: [ORDERS] }),
]
