import type { SessionKind } from '../session/session.ts'
import { joinNames } from '../text/words.ts'
import type { InputName } from './input-defaults.ts'
import type { InputReader } from './input-reader.ts'
import { parseTags } from './parse-tags.ts'
import { parseChoice, parseUuids } from './parse-values.ts'
import { quoteOdd } from './quote-odd.ts'
import type { TestSource, TestStart } from './read-test-start.ts'

/** Sessions that exist. */
export interface AwaitSelection {
  kind: 'await'
  sessionType: SessionKind
  sessionIds: string[]
  /** The address that the sessions tested, as given; it is only shown. Null when unknown, and for check sessions. */
  environmentUrl: string | null
}

/** Checks of which a check session each is started. */
export interface CheckStart {
  kind: 'start'
  sessionType: 'check'
  checkIds: string[]
  tags: string[][]
}

/** Which sessions: given ones, or those that the step starts. */
export type Selection = AwaitSelection | CheckStart | TestStart

/** The four inputs that choose; exactly one is given. */
const CHOOSING = ['check-session-id', 'test-session-id', 'check-id', 'tags'] as const

/** Flags that only matter for a start. */
const START_ONLY = ['detach', 'refresh-cache', 'fail-on-no-matching'] as const

/** Inputs of test sessions that the step starts; their descriptions in action.yml say so. */
export const TEST_ONLY: readonly InputName[] = [
  'location',
  'private-location',
  'env',
  'secret-env',
  'env-file',
  'environment-url',
  'test-session-name',
  'environment',
  'retries',
  'allow-deactivated',
]

/**
 * Reads which sessions the step is about. Inputs that contradict each other are refused through the reader; what is
 * returned then must not be used. Code that only test sessions need is loaded only for them.
 */
export async function chooseSelection(reader: InputReader, source: TestSource): Promise<Selection> {
  const chosen = CHOOSING.filter((name) => reader.text(name) !== '')
  const [only] = chosen
  if (only === undefined) reader.refuse(NOTHING)
  if (chosen.length > 1) {
    reader.refuse(describeClash(chosen))
    // What goes with which of them is unknown.
    return { kind: 'start', sessionType: 'check', checkIds: [], tags: [] }
  }
  const givenType = reader.readIfGiven('session-type', (text) =>
    parseChoice(text, ['check', 'test'] as const),
  )

  if (only === 'check-session-id' || only === 'test-session-id') {
    const sessionType = only === 'check-session-id' ? 'check' : 'test'
    if (givenType !== null && givenType !== undefined && givenType !== sessionType) {
      reader.refuse(
        `Input session-type: "${givenType}" contradicts ${only}, whose sessions are ${sessionType} sessions; leave it out.`,
      )
    }
    refuseStartOnly(reader, only)
    refuseTestOnly(reader, sessionType === 'test' ? ['environment-url'] : [], only)
    return {
      kind: 'await',
      sessionType,
      sessionIds: reader.read(only, parseUuids),
      environmentUrl:
        sessionType === 'test' ? (await loadTestStart()).readEnvironmentUrl(reader, source) : null,
    }
  }

  const target = {
    checkIds: reader.readIfGiven('check-id', parseUuids) ?? [],
    tags: reader.readIfGiven('tags', parseTags) ?? [],
  }
  if (givenType === 'test') return (await loadTestStart()).readTestStart(reader, source, target)
  // A bad session-type has been refused already. Which inputs go with it is unknown.
  if (givenType !== undefined) refuseTestOnly(reader, [], null)
  return { kind: 'start', sessionType: 'check', ...target }
}

const loadTestStart = (): Promise<typeof import('./read-test-start.ts')> => import('./read-test-start.ts')

function refuseStartOnly(reader: InputReader, chosen: InputName): void {
  for (const name of START_ONLY) {
    if (!reader.isGiven(name)) continue
    reader.refuse(
      `Input ${name}: ${quoteOdd(reader.text(name), 'it')} goes with check-id or tags; sessions given by ${chosen} run already.`,
    )
  }
}

function refuseTestOnly(reader: InputReader, allowed: readonly InputName[], chosen: InputName | null): void {
  const odd = TEST_ONLY.filter((name) => reader.isGiven(name) && !allowed.includes(name))
  if (odd.length === 0) return
  const what = `${odd.length === 1 ? 'Input' : 'Inputs'} ${joinNames(odd)} ${odd.length === 1 ? 'is' : 'are'} only for test sessions that the step starts`
  const instead =
    chosen === null
      ? 'give session-type: test as well, or leave out what check sessions do not have'
      : `sessions given by ${chosen} run already`
  reader.refuse(`${what}; ${instead}.`)
}

const NOTHING =
  'No sessions are chosen: give check-session-id, test-session-id, check-id or tags. ' +
  '(An expression that comes out empty counts as not given: without a target, every check of the account would run.)'

function describeClash(chosen: readonly InputName[]): string {
  if (chosen.join() === 'check-id,tags') {
    return 'Both check-id and tags are given: together they would run only those of the checks that match the tags. Give one of them, or a step each.'
  }
  const many = `${chosen.length === 2 ? 'Both ' : ''}${joinNames(chosen)} are given`
  return `${many}: a step either awaits sessions that exist or starts new ones, all of one kind. Use a step for each.`
}
