import * as v from 'valibot'
import { joinFilled } from '../text/words.ts'
import { describeFailedAssertion, type FailedAssertion, type FailureDetails } from './failure-details.ts'
import { loose } from './loose.ts'
import { toFact, toLine } from './read-values.ts'

/** As many failed assertions of one result are shown; their number is said when there are more. */
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

/** Values that the answer holds in another place, by an assertion's source. */
export type KnownValues = Readonly<Record<string, unknown>>

/**
 * What failed assertions say: the first of them as the reason, '' when none failed; the first few; and as a
 * fact how many they are, when there are more.
 */
export function summariseAssertions(
  list: readonly unknown[],
  known: KnownValues = {},
): Pick<FailureDetails, 'reason' | 'facts' | 'assertions'> {
  const failed = readFailedAssertions(list, known)
  const [first] = failed
  const isCut = failed.length > MOST_ASSERTIONS
  return {
    reason: first === undefined ? '' : describeFailedAssertion(first),
    facts: isCut ? toFact('Failed assertions', `${failed.length}, the first are shown`) : [],
    assertions: failed.slice(0, MOST_ASSERTIONS),
  }
}

/**
 * The assertions that failed, in words. An answer that marks none of them as failed leaves those whose
 * value is known and cannot have passed.
 */
function readFailedAssertions(list: readonly unknown[], known: KnownValues): FailedAssertion[] {
  const assertions = list.flatMap((item) => {
    const parsed = v.safeParse(assertionSchema, item)
    return parsed.success ? parsed.output : []
  })
  const marked = assertions.filter((it) => it.passed === false || isFilled(it.error))
  const failed = marked.length > 0 ? marked : assertions.filter((it) => isRefuted(it, known))
  return failed.map((assertion) => describeAssertion(assertion, known))
}

function describeAssertion(assertion: Assertion, known: KnownValues): FailedAssertion {
  const { source, property, regex, comparison, target, condition, expected, actual, error } = assertion
  const subject = [wordsOf(source), toLine(property, 100), isFilled(regex) ? `/${toLine(regex, 100)}/` : '']
  const wanted = [COMPARISONS[toLine(comparison, 40)] ?? wordsOf(comparison), toLine(target, 200)]
  const was = [actual, known[toLine(source, 40)], error].find(isFilled)
  return {
    subject: isFilled(condition) ? toLine(condition, 200) : joinFilled(subject, ' ') || 'assertion',
    expected: isFilled(expected) ? toLine(expected, 200) : joinFilled(wanted, ' '),
    actual: toLine(was, 200),
  }
}

/** Whether the known value contradicts the assertion; false where that cannot be told. */
function isRefuted(assertion: Assertion, known: KnownValues): boolean {
  const value = Number(known[toLine(assertion.source, 40)])
  const target = Number(assertion.target)
  if (!isFilled(assertion.target) || Number.isNaN(value) || Number.isNaN(target)) return false
  if (assertion.comparison === 'EQUALS') return value !== target
  if (assertion.comparison === 'NOT_EQUALS') return value === target
  if (assertion.comparison === 'GREATER_THAN') return value <= target
  return assertion.comparison === 'LESS_THAN' && value >= target
}

/** `STATUS_CODE` as `status code`; abbreviations stay as they are. */
function wordsOf(constant: unknown): string {
  const words = toLine(constant, 40).replaceAll('_', ' ').toLowerCase()
  return words.replace(/\b(?:json|grpc|tls|ip|ttl)\b/g, (word) => word.toUpperCase())
}

function isFilled(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false
}
