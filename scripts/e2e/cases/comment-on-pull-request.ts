import { isDeepStrictEqual } from 'node:util'
import type { RunStatus } from '../../../simulator/script.ts'
import type { ExpectedJob, WorkflowCase } from '../workflow-case.ts'

function defineCase(
  title: string,
  [login, from]: [login: string, from: string],
  status: RunStatus,
  preview: ExpectedJob,
): WorkflowCase {
  return {
    title,
    workflow: 'examples/comment-on-pull-request.yml',
    event: 'pull_request',
    payload: {
      pull_request: { number: 7, user: { login }, head: { ref: 'feature', repo: { full_name: from } } },
    },
    checks: [{ name: 'Front page', tags: ['preview'], test: { status } }],
    jobs: { preview },
    requests: (log) => {
      const starts = log.filter(({ route }) => route === 'test-trigger').map(({ body }) => JSON.parse(body))
      const given = starts.flatMap(({ environmentVariables }) => environmentVariables)
      const address = { key: 'ENVIRONMENT_URL', value: 'https://pr-7.example.com' }
      return {
        'the checks get the address, where they are started': isDeepStrictEqual(
          given,
          preview.result === 'skipped' ? [] : [address],
        ),
      }
    },
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
