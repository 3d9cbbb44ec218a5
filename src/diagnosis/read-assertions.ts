import * as v from 'valibot'
import { MARK } from '../secrets/judge-value.ts'
import { classifyName } from '../secrets/secret-names.ts'
import { joinFilled } from '../text/words.ts'
import { isRefuted } from './compare-values.ts'
import { describeFailedAssertion, type FailedAssertion, type ReadDetails } from './failure-details.ts'
import { loose } from './loose.ts'
import { toFact, toLine } from './read-values.ts'

/** At most 10 failed assertions of one result are shown. With more, their number is told. */
const MOST_ASSERTIONS = 10

/**
 * Assertions are free-form objects (`CheckResultFreeformObject`): every field is optional. API, gRPC,
 * SSL and traceroute checks have source, comparison, property, target, regex, error, actual; agentic
 * ones condition, passed, expected, actual.
 */
const assertionSchema = v.object({
  source: loose,
  property: loose,
  regex: loose,
  comparison: loose,
  target: loose,
  condition: loose,
  expected: loose,
  actual: loose,
  error: loose,
  passed: loose,
})

type Assertion = v.InferOutput<typeof assertionSchema>

const COMPARISONS: Readonly<Record<string, string>> = {
  EQUALS: '',
  NOT_EQUALS: 'not',
  CONTAINS: 'to contain',
  NOT_CONTAINS: 'not to contain',
  MATCHES: 'to match',
  GREATER_THAN: 'more than',
  LESS_THAN: 'less than',
  HAS_KEY: 'to have the key',
  NOT_HAS_KEY: 'not to have the key',
  HAS_VALUE: 'to have the value',
  NOT_HAS_VALUE: 'not to have the value',
  IS_EMPTY: 'to be empty',
  NOT_EMPTY: 'not to be empty',
  IS_NULL: 'null',
  NOT_NULL: 'not null',
}

/** Sources of assertions whose values are milliseconds (Checkly's documentation of assertions). */
const TIMES: ReadonlySet<string> = new Set(['RESPONSE_TIME', 'LATENCY'])

/** Values that the answer holds in another place, by an assertion's source. */
export type KnownValues = ReadonlyMap<string, unknown>

/**
 * What failed assertions say: the first of them as the reason, '' when none failed; the first few; and as a
 * fact how many they are, when there are more.
 */
export function summariseAssertions(
  list: readonly unknown[],
  known: KnownValues = new Map(),
): Pick<ReadDetails, 'reason' | 'facts' | 'assertions'> {
  const failed = readFailedAssertions(list, known)
  const shown = failed.slice(0, MOST_ASSERTIONS).map((assertion) => describeAssertion(assertion, known))
  const isCut = failed.length > MOST_ASSERTIONS
  return {
    reason: shown[0] === undefined ? '' : describeFailedAssertion(shown[0]),
    facts: isCut ? toFact('Failed assertions', `${failed.length}, the first are shown`) : [],
    assertions: shown,
  }
}

/** Whether one of the assertions that are marked as failed has this source. */
export function hasFailed(list: readonly unknown[], source: string): boolean {
  return readFailedAssertions(list, new Map()).some((it) => it.source === source)
}

/**
 * The assertions that failed. An answer that marks none of them as failed leaves those whose value is known and
 * cannot have passed.
 */
function readFailedAssertions(list: readonly unknown[], known: KnownValues): Assertion[] {
  const assertions = list.flatMap((item) => {
    const parsed = v.safeParse(assertionSchema, item)
    return parsed.success ? parsed.output : []
  })
  const marked = assertions.filter((it) => it.passed === false || isMarked(it.error))
  if (marked.length > 0) return marked
  return assertions.filter(
    (it) => it.passed !== true && isRefuted(nameComparison(it.comparison), findActual(it, known), it.target),
  )
}

function describeAssertion(assertion: Assertion, known: KnownValues): FailedAssertion {
  const { source, property, regex, comparison, target, condition, expected } = assertion
  const subject = [wordsOf(source), toLine(property, 100), isFilled(regex) ? `/${toLine(regex, 100)}/` : '']
  const name = nameComparison(comparison)
  const wanted = Object.hasOwn(COMPARISONS, name) ? (COMPARISONS[name] ?? '') : wordsOf(comparison)
  const unit = TIMES.has(toLine(source, 40).toUpperCase()) ? ' ms' : ''
  const aim = target === '' && name === 'EQUALS' ? 'empty' : addUnit(toLine(target, 200), unit)
  const shown: FailedAssertion = {
    subject: isFilled(condition) ? toLine(condition, 200) : joinFilled(subject, ' ') || 'assertion',
    expected: isFilled(expected) ? toLine(expected, 200) : joinFilled([wanted, aim], ' '),
    actual: addUnit(describeActual(assertion, known), unit),
  }
  return isAboutSecret(assertion) ? hideValues(shown, aim) : shown
}

/** A number with its unit, which the API leaves out; anything else as it is. */
function addUnit(value: string, unit: string): string {
  return /^\d+(?:\.\d+)?$/.test(value) ? value + unit : value
}

/** `headers set-cookie` and `JSON body $.access_token` are about credentials. */
function isAboutSecret({ property }: Assertion): boolean {
  const kind = classifyName(toLine(property, 64))
  return kind === 'header' || kind === 'secret'
}

function hideValues({ subject, expected, actual }: FailedAssertion, aim: string): FailedAssertion {
  const hide = (value: string): string =>
    value === '' || value === 'empty' || value === 'null' ? value : MARK
  return {
    subject,
    expected: aim === '' ? expected : expected.replace(aim, () => hide(aim)),
    actual: hide(actual),
  }
}

function findActual({ actual, source }: Assertion, known: KnownValues): unknown {
  return actual ?? known.get(toLine(source, 40))
}

/** `false`, `0` and '' are values too. Without one, the error may say it: `expected 503 to equal 200`. */
function describeActual(assertion: Assertion, known: KnownValues): string {
  const actual = findActual(assertion, known)
  if (actual !== undefined && actual !== null) {
    const isEmpty = typeof actual === 'string' && actual.trim() === ''
    return isEmpty ? 'empty' : toLine(actual, 200) || 'empty'
  }
  if (typeof assertion.error !== 'string') return ''
  const error = toLine(assertion.error, 200)
  if (!/^expected /i.test(error)) return error
  const said = /^expected (.{1,150}?) (?:not )?to /i.exec(error)?.[1] ?? ''
  return said === "''" || said === '""' ? 'empty' : said
}

/** `lessThan` and `LESS_THAN` are the same. */
function nameComparison(comparison: unknown): string {
  return toLine(comparison, 40)
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
}

/** `STATUS_CODE` as `status code`; abbreviations stay as they are. */
function wordsOf(constant: unknown): string {
  const words = toLine(constant, 40).replaceAll('_', ' ').trim().toLowerCase()
  return words.replace(/\b(?:json|grpc|tls|ip|ttl)\b/g, (word) =>
    word === 'grpc' ? 'gRPC' : word.toUpperCase(),
  )
}

function isMarked(error: unknown): boolean {
  return isFilled(error) && error !== false && error !== 'null'
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}
