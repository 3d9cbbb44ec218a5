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
]
