import { deriveUuid } from '../../../simulator/ids.ts'
import type { SessionScript } from '../../../simulator/script.ts'
import type { ExpectedStep, WorkflowCase } from '../workflow-case.ts'

const id = deriveUuid('a session started elsewhere')

function defineCase(
  session: SessionScript,
  result: 'success' | 'failure',
  step: Partial<ExpectedStep>,
  said: string,
) {
  return {
    title: `a session that ends ${said}`,
    workflow: 'examples/await-a-session.yml',
    event: 'workflow_dispatch',
    inputs: { 'check-session-id': id },
    sessions: [{ id, ...session }],
    jobs: {
      gate: {
        result,
        steps: {
          'Wait for the session': { result, ...step },
          'Say what it was': { result: 'success', prints: `${said}, see http` },
        },
      },
    },
    requests: (log) => ({
      'requests wait for 30 s, the default': log
        .filter(({ route }) => route === 'completion')
        .every(({ query }) => query['maxWaitSeconds'] === '30'),
    }),
  } satisfies WorkflowCase
}

const CALLER = `
on: push
permissions: {}
jobs:
  await:
    uses: ./.github/workflows/await-a-session.yml
    with:
      check-session-id: ${id}
    secrets:
      CHECKLY_API_KEY: \${{ secrets.CHECKLY_API_KEY }}
  after:
    needs: await
    runs-on: ubuntu-latest
    steps:
      - name: Say what came of it
        env:
          OUTCOME: \${{ needs.await.outputs.outcome }}
          LINK: \${{ needs.await.outputs.session-link }}
        run: echo "The session $OUTCOME, see $LINK"
`

const called: WorkflowCase = {
  title: 'called by another workflow',
  workflow: 'examples/await-a-session.yml',
  caller: CALLER,
  event: 'push',
  sessions: [{ id, name: 'Front page' }],
  jobs: {
    gate: {
      result: 'success',
      steps: { 'Wait for the session': 'success', 'Say what it was': 'success' },
    },
    after: {
      result: 'success',
      steps: {
        'Say what came of it': { result: 'success', prints: 'The session passed, see http' },
      },
    },
  },
}

/** A session from elsewhere decides; later steps see the outputs either way. */
export const AWAIT_A_SESSION: WorkflowCase[] = [
  defineCase(
    { name: 'Front page', durationMs: 1_500 },
    'success',
    {
      outputs: { passed: 'true', 'sessions-total': '1', 'check-session-ids': `["${id}"]` },
      summary: 'Front page',
    },
    'passed (PASSED)',
  ),
  defineCase({ status: 'TIMED_OUT' }, 'failure', { outputs: { passed: 'false' } }, 'failed (TIMED_OUT)'),
  defineCase({ status: 'EXPLODED' }, 'failure', { outputs: { passed: 'false' } }, 'failed (EXPLODED)'),
  called,
]
