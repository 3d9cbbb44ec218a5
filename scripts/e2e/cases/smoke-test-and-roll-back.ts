import { deriveUuid } from '../../../simulator/ids.ts'
import type { CheckScript } from '../../../simulator/script.ts'
import type { WorkflowCase } from '../workflow-case.ts'

const workflow = 'examples/smoke-test-and-roll-back.yml'
const FRONT_PAGE: CheckScript = { id: deriveUuid('front page'), name: 'Front page' }
const SEARCH: CheckScript = { id: deriveUuid('search'), name: 'Search' }
const variables = { SMOKE_CHECK_IDS: `${FRONT_PAGE.id},${SEARCH.id}` }

/** What does not pass its smoke test is rolled back. */
export const SMOKE_TEST_AND_ROLL_BACK: WorkflowCase[] = [
  {
    title: 'both pass',
    workflow,
    event: 'push',
    variables,
    checks: [FRONT_PAGE, SEARCH],
    jobs: {
      deploy: {
        result: 'success',
        steps: {
          Deploy: 'success',
          'Smoke-test': { result: 'success', outputs: { outcome: 'passed', 'sessions-passed': '2' } },
          'Roll back': 'skipped',
        },
      },
    },
  },
  {
    title: 'one fails while a Playwright suite runs for a minute',
    workflow,
    event: 'push',
    variables,
    checks: [
      { ...FRONT_PAGE, session: { locations: { 'us-east-1': [{ hasErrors: true, durationMs: 300 }] } } },
      { ...SEARCH, checkType: 'PLAYWRIGHT', session: { durationMs: 60_000 } },
    ],
    jobs: {
      deploy: {
        result: 'failure',
        steps: {
          Deploy: 'success',
          'Smoke-test': {
            result: 'failure',
            outputs: { outcome: 'failed', 'sessions-failed': '1', 'sessions-unfinished': '1' },
          },
          'Roll back': { result: 'success', prints: 'The smoke test ended with failed (FAILED), see http' },
          'Post Smoke-test': 'success',
        },
      },
    },
    requests: (log) => ({
      'the suite was cancelled, once': log.filter(({ route }) => route === 'cancel').length === 1,
    }),
  },
  {
    title: 'no variable: the ids come out empty',
    workflow,
    event: 'push',
    checks: [FRONT_PAGE],
    jobs: {
      deploy: {
        result: 'failure',
        steps: {
          Deploy: 'success',
          'Smoke-test': { result: 'failure', outputs: { outcome: 'error', passed: 'false' } },
          'Roll back': { result: 'success', prints: 'The smoke test ended with error' },
        },
      },
    },
    requests: (log) => ({ 'no request was made': log.length === 0 }),
  },
]
