import type { SessionScript } from '../../../simulator/script.ts'
import type { WorkflowCase } from '../workflow-case.ts'

function defineCase(
  title: string,
  tags: string[],
  session: SessionScript,
  passes: boolean,
  said: string,
): WorkflowCase {
  const result = passes ? 'success' : 'failure'
  return {
    title,
    workflow: 'examples/publish-junit.yml',
    event: 'push',
    checks: [
      { name: 'Pay', tags, session },
      { name: 'Search', tags },
    ],
    jobs: {
      checks: {
        result,
        steps: { 'Run the checks': result, 'Publish the results': { result, prints: said } },
      },
    },
  }
}

const FAILS: SessionScript = { locations: { 'eu-west-1': [{ hasFailures: true }] } }

/** The reporter is red exactly when the gate is. */
export const PUBLISH_JUNIT: WorkflowCase[] = [
  defineCase('all pass', ['staging'], {}, true, 'Checkly: 0 of 2 did not pass'),
  defineCase('one fails', ['staging'], FAILS, false, 'Checkly: 1 of 2 did not pass'),
  defineCase('no check matches', ['production'], {}, false, 'Checkly: 1 of 1 did not pass'),
]
