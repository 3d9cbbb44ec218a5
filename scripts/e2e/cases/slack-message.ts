import type { CheckScript } from '../../../simulator/script.ts'
import type { WorkflowCase } from '../workflow-case.ts'

const tags = ['production']
const FAILS = { locations: { 'eu-west-1': [{ hasFailures: true }] } }

/** A name that would wake a whole channel, and somebody in it. */
const HOSTILE = '<!channel> & <@U012AB3CD> <https://evil.example|Pay> $(id) `x`'

function defineCase(
  title: string,
  world: Partial<WorkflowCase>,
  outcome: string,
  messages: Required<WorkflowCase>['messages'],
): WorkflowCase {
  const isPassed = outcome === 'passed'
  return {
    title,
    workflow: 'examples/slack-message.yml',
    event: 'push',
    jobs: {
      checks: {
        result: isPassed ? 'success' : 'failure',
        steps: {
          'Run the checks': { result: isPassed ? 'success' : 'failure', outputs: { outcome } },
          'Write to Slack': isPassed ? 'skipped' : 'success',
        },
      },
    },
    messages,
    ...world,
  }
}

/** The text of the only message; '' when there is none, or several. */
function readText(bodies: readonly string[]): string {
  const [body, ...more] = bodies
  return body === undefined || more.length > 0 ? '' : (JSON.parse(body) as { text: string }).text
}

function makeChecks(count: number, failing: number): CheckScript[] {
  return Array.from({ length: count }, (_, index) => ({
    name: index === 3 ? HOSTILE : `Check ${index + 1}`,
    tags,
    session: index < failing + 1 && index > 0 ? FAILS : {},
  }))
}

/** One message when the checks did not pass, which calls nobody. */
export const SLACK_MESSAGE: WorkflowCase[] = [
  defineCase('all pass', { checks: makeChecks(2, 0) }, 'passed', (bodies) => ({
    'there is no message': bodies.length === 0,
  })),
  defineCase(
    'one fails',
    { checks: makeChecks(1, 0).concat({ name: 'Pay', tags, session: FAILS }) },
    'failed',
    (bodies) => ({
      'it names the check, with its link': /^• <https?:[^|>]*\|Pay> \(FAILED|^• Pay \(FAILED/m.test(
        readText(bodies),
      ),
      'it says why': readText(bodies).includes('expected 200, was 503'),
      'it links the run': readText(bodies).includes('/acme/shop/actions/runs/'),
    }),
  ),
  defineCase(
    'three of forty fail, one with a hostile name',
    { checks: makeChecks(40, 3) },
    'failed',
    (bodies) => ({
      'it counts them': readText(bodies).includes('3 of 40 checks failed'),
      'it has a line for each': (readText(bodies).match(/^• /gm) ?? []).length === 3,
      'it calls no channel and no person': !/<[!@]/.test(readText(bodies)),
      'it shows the name as it is': readText(bodies).includes('&lt;!channel&gt; &amp; &lt;@U012AB3CD&gt;'),
    }),
  ),
  defineCase(
    'one does not end',
    { checks: [{ name: 'Slow', tags, session: { durationMs: 'manual' } }], timeout: 5 },
    'timeout',
    (bodies) => ({
      'it says what had not ended': /Timed out after .*"Slow" had not ended/.test(readText(bodies)),
      'it has no line of a failure': !/^• /m.test(readText(bodies)),
    }),
  ),
  defineCase(
    'the key is dead',
    { checks: makeChecks(1, 0), apiKey: 'cu_dead00000000000000000000000000' },
    'error',
    (bodies) => ({
      'it says what to check': readText(bodies).includes('check api-key'),
    }),
  ),
]
