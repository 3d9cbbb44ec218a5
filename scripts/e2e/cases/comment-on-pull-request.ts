import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'

function defineCase(
  title: string,
  [login, from]: [login: string, from: string],
  status: string,
  preview: ExpectedJob,
): WorkflowCase {
  return {
    title,
    workflow: 'examples/comment-on-pull-request.yml',
    event: 'pull_request',
    payload: {
      pull_request: { number: 7, user: { login }, head: { ref: 'feature', repo: { full_name: from } } },
    },
    checks: [{ name: 'Front page', tags: ['preview'], session: { status } }],
    jobs: { preview },
  }
}

function expectComment(result: 'success' | 'failure', comment: string): ExpectedJob {
  return {
    result,
    steps: {
      'Deploy the preview': 'success',
      'Run the checks of the preview': { result, summary: comment },
      Comment: { result: 'success', prints: comment },
    },
  }
}

/** The report becomes a comment, whether the checks passed or not; who has no key is left alone. */
export const COMMENT_ON_PULL_REQUEST: WorkflowCase[] = [
  defineCase('the check passes', ['ada', 'acme/shop'], 'PASSED', expectComment('success', 'Front page')),
  defineCase('the check fails', ['ada', 'acme/shop'], 'FAILED', expectComment('failure', 'Front page')),
  defineCase('from a fork', ['eve', 'eve/shop'], 'PASSED', { result: 'skipped' }),
  defineCase('by Dependabot', ['dependabot[bot]', 'acme/shop'], 'PASSED', { result: 'skipped' }),
]
