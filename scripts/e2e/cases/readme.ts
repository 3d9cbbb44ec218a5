import type { TestRunScript } from '../../../simulator/script.ts'
import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'

function deployWith(title: string, isFailing: boolean): WorkflowCase {
  const session = isFailing ? { locations: { 'eu-west-1': [{ hasFailures: true }] } } : {}
  const result = isFailing ? 'failure' : 'success'
  return {
    title,
    workflow: 'README.md#Deploy',
    event: 'push',
    checks: [{ name: 'Login', tags: ['staging'], session }],
    jobs: {
      staging: { result: 'success', steps: { 'Deploy to staging': 'success' } },
      gate: { result, steps: { 'Run the checks of staging': { result, summary: 'Login' } } },
      production: isFailing
        ? { result: 'skipped' }
        : { result: 'success', steps: { 'Deploy to production': 'success' } },
    },
  }
}

function previewWith(title: string, test: TestRunScript, from: string, preview: ExpectedJob): WorkflowCase {
  return {
    title,
    workflow: 'README.md#Preview',
    event: 'pull_request',
    payload: { pull_request: { number: 7, user: { login: 'ada' }, head: { repo: { full_name: from } } } },
    checks: [{ name: 'Login', tags: ['preview'], test }],
    jobs: { preview },
    requests: (log) => {
      const starts = log.filter(({ route }) => route === 'test-trigger').map(({ body }) => JSON.parse(body))
      const addresses = starts.flatMap((start) =>
        start.environmentVariables.map((one: { value: string }) => one.value),
      )
      const wanted = preview.result === 'skipped' ? '' : 'https://pr-7.example.com'
      return { 'the checks get the address of the preview': addresses.join() === wanted }
    },
  }
}

function expectPreview(result: 'success' | 'failure', outcome: string): ExpectedJob {
  return {
    result,
    steps: {
      'Deploy the preview': 'success',
      'Run the checks of the preview': { result, outputs: { outcome, 'session-type': 'test' } },
    },
  }
}

/** Nobody has a check with the tag: the report says so by being red. */
const NO_RESULT: WorkflowCase = {
  title: 'no check matches',
  workflow: 'README.md#Nightly report',
  event: 'schedule',
  checks: [{ name: 'Search', tags: ['nigthly'] }],
  jobs: {
    report: {
      result: 'failure',
      steps: {
        'Run the checks': 'failure',
        'Say how it went': { result: 'success', prints: 'no-match, 0 of 0 sessions passed' },
        'Fail when there was no result': 'failure',
      },
    },
  },
}

function reportWith(title: string, isFailing: boolean, said: string): WorkflowCase {
  return {
    title,
    workflow: 'README.md#Nightly report',
    event: 'schedule',
    checks: [
      { name: 'Imprint', tags: ['nightly'] },
      { name: 'Search', tags: ['nightly'], session: isFailing ? { status: 'FAILED' } : {} },
    ],
    jobs: {
      report: {
        result: 'success',
        steps: {
          'Run the checks': isFailing ? 'failure' : 'success',
          'Say how it went': { result: 'success', prints: said },
          'Fail when there was no result': 'skipped',
        },
      },
    },
  }
}

/** The workflows that stand in the README, as they stand there. */
export const README: WorkflowCase[] = [
  deployWith('the check of staging passes', false),
  deployWith('the check of staging fails', true),
  previewWith('the check passes', {}, 'acme/shop', expectPreview('success', 'passed')),
  previewWith('the check fails', { status: 'FAILED' }, 'acme/shop', expectPreview('failure', 'failed')),
  previewWith('from a fork', {}, 'eve/shop', { result: 'skipped' }),
  reportWith('all pass', false, 'passed, 2 of 2 sessions passed'),
  reportWith('one fails', true, 'failed, 1 of 2 sessions passed'),
  NO_RESULT,
]
