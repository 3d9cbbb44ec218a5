import * as v from 'valibot'
import type { ReadResult, ResultRef } from '../checkly/sessions-api.ts'
import { keyCheck } from '../session/check-run.ts'
import type { Check } from '../session/session.ts'
import type { TimeLimit } from '../time/clock.ts'
import type { JudgedCheck, JudgedSession } from '../verdict/verdict.ts'
import { checkResultSchema } from './check-result-schema.ts'
import { chooseResultsToRead, MOST_RESULTS } from './choose-results.ts'

/**
 * What is known of whether the checks of a step called the address that they were given. Every check is in one of the
 * lists. Names and hosts are text from outside.
 */
export interface AddressUse {
  /** Host of the address, with the port where it is not the usual one. */
  host: string
  /** API checks whose request went to that host. */
  called: readonly Check[]
  /** API checks whose request went to another one. */
  calledOther: readonly { check: Check; host: string }[]
  /** API checks whose request could not be read, or was not looked at. */
  notRead: readonly Check[]
  /** Of a type that sees no variables: they test the target that they are configured with. */
  fixed: readonly Check[]
  /** The others: they run code or an agent, and what that calls the API does not say. */
  notKnown: readonly Check[]
}

/** At most 10 results are read only for this. */
const MOST_READ = 10

/** Check types that see no variables (Checkly's documentation of each type: variables are not among its settings). */
const FIXED_TYPES: ReadonlySet<string> = new Set([
  'DNS',
  'GRPC',
  'HEARTBEAT',
  'ICMP',
  'SSL',
  'TCP',
  'TRACEROUTE',
  'URL',
])

/**
 * Finds out which checks called the address, as far as that can be known: from their type, and from the requests of
 * API checks. At most 10 results are read for this, those that passed first: a gate that is green about another host
 * is what nobody would notice. What cannot be read before the time limit ends is unknown.
 * @param address - as it was given to the checks
 * @param readResult - reads each result only once; null when nothing may be asked: then only the types are used
 * @param readsFailures - whether results of failed checks are read anyway; these do not count among the 10
 */
export async function readAddressUse(
  address: string,
  checks: readonly JudgedCheck[],
  sessions: readonly JudgedSession[],
  readResult: ReadResult | null,
  readsFailures: boolean,
  limit: TimeLimit,
): Promise<AddressUse> {
  const { host } = new URL(address)
  const known = checks.flatMap(({ check }) => check ?? [])
  const hosts = new Map<string, string>()
  const readAnyway = new Set(
    (readsFailures ? chooseResultsToRead(sessions, MOST_RESULTS) : []).map(({ attempt }) => attempt.id),
  )
  const results = readResult === null ? [] : listApiResults(checks)
  const free = results.filter(({ ref }) => readAnyway.has(ref.resultId))
  const chosen = [...free, ...results.filter((it) => !free.includes(it)).slice(0, MOST_READ)]
  await Promise.all(
    chosen.map(async ({ check, ref }) => {
      const answer = await readResult?.(ref, limit)
      const called = answer?.kind === 'completed' ? findCalledHost(answer.value.body) : null
      if (called !== null) hosts.set(keyCheck(check), called)
    }),
  )
  const api = known.filter(({ type }) => type === 'API')
  const hostOf = (check: Check): string | undefined => hosts.get(keyCheck(check))
  const others = known.filter(({ type }) => type !== 'API')
  return {
    host,
    called: api.filter((check) => hostOf(check) === host),
    calledOther: api.flatMap((check) => {
      const other = hostOf(check)
      return other === undefined || other === host ? [] : [{ check, host: other }]
    }),
    notRead: api.filter((check) => hostOf(check) === undefined),
    fixed: others.filter(({ type }) => FIXED_TYPES.has(type)),
    notKnown: others.filter(({ type }) => !FIXED_TYPES.has(type)),
  }
}

/** One result of each API check that has one: of the checks that passed first, in their order. */
function listApiResults(checks: readonly JudgedCheck[]): { check: Check; ref: ResultRef }[] {
  const passedFirst = checks.toSorted((a, b) => rank(a) - rank(b))
  return passedFirst.flatMap(({ check, runs, sessions }) => {
    if (check?.type !== 'API') return []
    const run = runs.find(({ final }) => final !== null && final.id !== '')
    const owner = sessions.find(({ session }) => run !== undefined && session?.runs.includes(run))
    if (run?.final == null || owner === undefined) return []
    return [{ check, ref: { sessionId: owner.id, checkId: check.id, resultId: run.final.id } }]
  })
}

function rank({ state }: JudgedCheck): number {
  return state === 'passed' ? 0 : 1
}

/** The host that an API check's request went to; null when the answer does not say, or no request was made. */
function findCalledHost(body: unknown): string | null {
  const parsed = v.safeParse(checkResultSchema, body)
  const result = parsed.success ? parsed.output.apiCheckResult : null
  if (result === null) return null
  const { request, response, requestError } = result
  // Without an answer and an error nothing was sent: a setup script had failed.
  const wasMade = Number(response.status) > 0 || (typeof requestError === 'string' && requestError !== '')
  const url = typeof request.url === 'string' ? request.url : ''
  return wasMade && /^https?:\/\//i.test(url) && URL.canParse(url) ? new URL(url).host : null
}
