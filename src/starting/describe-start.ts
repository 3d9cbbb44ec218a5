import { keyCheck } from '../session/check-run.ts'
import type { Session } from '../session/session.ts'
import { countThings, joinFilled } from '../text/words.ts'

/** What a start of test sessions is, for people. */
export interface TestStartFacts {
  locations: readonly { code: string; isPrivate: boolean }[]
  variables: readonly { name: string }[]
  retries: number
}

/** What is about to be started, said before it is: `a test session in each of eu-central-1, my-office (private); …`. */
export function describeTestStart({ locations, variables, retries }: TestStartFacts): string {
  const places = locations.map(({ code, isPrivate }) => (isPrivate ? `${code} (private)` : code))
  const names = variables.map(({ name }) => name)
  return joinFilled(
    [
      `Starting a test session in ${places.length > 1 ? 'each of ' : ''}${places.join(', ')}`,
      retries > 0 ? `a failed check is run again up to ${countThings(retries, 'time')}` : 'no retries',
      names.length === 0 ? 'no variables' : `${countThings(names.length, 'variable')}: ${names.join(', ')}`,
      'nobody is alerted',
    ],
    '; ',
  )
}

/**
 * How much may run: `at most 160 runs: 40 checks in 2 locations, each up to 2 times`; '' when the API did not list the
 * checks.
 */
export function describeRuns(sessions: readonly Session[], retries: number): string {
  const runs = sessions.reduce((sum, session) => sum + session.runs.length, 0)
  if (runs === 0) return ''
  const checks = new Set(sessions.flatMap((it) => it.runs.map(({ check }) => keyCheck(check)))).size
  const again = retries === 0 ? '' : `, each up to ${retries + 1} times`
  const where = sessions.length === 1 ? '' : ` in ${countThings(sessions.length, 'location')}`
  return `at most ${countThings(runs * (retries + 1), 'run')}: ${countThings(checks, 'check')}${where}${again}`
}

/** What was looked for, for a message: `tags "a, b" or "c"`, `check-id …`. */
export function describeTarget(checkIds: readonly string[], tags: readonly (readonly string[])[]): string {
  const filters = tags
    .map((line) => `"${line.join(', ')}"`)
    .join(' or ')
    .slice(0, 1000)
  const ids = checkIds.length === 0 ? '' : `check-id ${checkIds.join(', ')}`
  return joinFilled([filters === '' ? '' : `tags ${filters}`, ids], ' and ')
}
