import type { WorkflowCase } from '../workflow-case.ts'
import { findAddress, listTestStarts } from './list-starts.ts'

function defineCase(
  title: string,
  status: 'PASSED' | 'FAILED',
  messages: NonNullable<WorkflowCase['messages']>,
): WorkflowCase {
  const isPassed = status === 'PASSED'
  const [result, outcome] = isPassed ? (['success', 'passed'] as const) : (['failure', 'failed'] as const)
  const url = '{{{ENVIRONMENT_URL}}}/api/orders'
  return {
    title,
    workflow: 'examples/canary.yml',
    event: 'push',
    checks: [
      { name: 'Orders <!channel>', tags: ['production', 'critical'], test: { url, status } },
      { name: 'Imprint', tags: ['production'] },
    ],
    jobs: {
      canary: {
        result,
        steps: {
          'Deploy to a part': 'success',
          'Run the checks of the canary': { result, outputs: { outcome, 'session-type': 'test' } },
          Widen: isPassed ? 'success' : 'skipped',
          'Roll back': isPassed ? 'skipped' : 'success',
          'Write to Slack': isPassed ? 'skipped' : 'success',
        },
      },
    },
    requests: (log) => {
      const [start, ...others] = listTestStarts(log)
      return {
        'one test session was started, with the address of the canary':
          others.length === 0 && findAddress(start) === 'https://canary.shop.example.com',
      }
    },
    messages,
  }
}

/** What is deployed to a part of the traffic is widened or rolled back. */
export const CANARY: WorkflowCase[] = [
  defineCase('the check passes', 'PASSED', (bodies) => ({ 'there is no message': bodies.length === 0 })),
  defineCase('the check fails', 'FAILED', ([body = '{}', ...others]) => {
    const { text = '' } = JSON.parse(body) as { text?: string }
    return {
      'there is one message, which says what failed and why':
        others.length === 0 && /Canary rolled back\. .*FAILED.*503/s.test(text),
      'no name calls a channel': text.includes('&lt;!channel&gt;') && !text.includes('<!'),
    }
  }),
]
