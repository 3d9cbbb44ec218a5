import { chooseSelection, type Selection } from './choose-selection.ts'
import { INPUT_DEFAULTS, type InputName } from './input-defaults.ts'
import {
  LONGEST_TIMEOUT_SECONDS,
  parseApiKey,
  parseApiUrl,
  parseBoolean,
  parseChoice,
  parseStatuses,
  parseTags,
  parseUuid,
  parseUuids,
  parseWholeNumber,
  UnusableValue,
} from './parse-values.ts'

/** The inputs as the step uses them; times in the unit that the name says. */
export interface Inputs {
  apiKey: string
  accountId: string | null
  selection: Selection
  refreshCache: boolean
  failOnNoMatching: boolean
  detach: boolean
  timeoutMs: number
  maxWaitSeconds: number
  passingStatuses: string[]
  failFast: boolean
  cancelUnfinished: boolean
  jobSummary: 'always' | 'on-failure' | 'never'
  annotations: boolean
  failureDetails: boolean
  /** As given; checked when it is made. */
  reportDir: string | null
  apiUrl: URL
}

/** Inputs that cannot be used. The message names each with its value and what is allowed. */
export class InputError extends Error {}

/** Environment variables that stand in for an input that is not given. */
const FALLBACKS: Partial<Record<InputName, string>> = {
  'api-key': 'CHECKLY_API_KEY',
  'account-id': 'CHECKLY_ACCOUNT_ID',
}

/**
 * Reads and checks all inputs. Blanks and line breaks around a value are dropped; an empty one counts
 * as not given. All that is wrong is said in one InputError.
 * @param get - reads an input; '' when it is not given
 */
export function readInputs(get: (name: InputName) => string, env: NodeJS.ProcessEnv): Inputs {
  const problems: string[] = []

  function readText(name: InputName): string {
    const fallback = FALLBACKS[name]
    const given = get(name).trim() || (fallback === undefined ? '' : (env[fallback] ?? '').trim())
    return given || INPUT_DEFAULTS[name]
  }

  function read<T>(name: InputName, parse: (text: string) => T): T {
    const value = readText(name)
    try {
      return parse(value)
    } catch (error) {
      if (!(error instanceof UnusableValue)) throw error
      problems.push(`Input ${name}: ${showValue(name, value)} cannot be used, it must be ${error.allowed}.`)
      return undefined as T
    }
  }

  function readIfGiven<T>(name: InputName, parse: (text: string) => T): T | null {
    return readText(name) === '' ? null : read(name, parse)
  }

  const apiKey = readIfGiven('api-key', parseApiKey)
  if (apiKey === null) {
    problems.push(
      'Input api-key is missing: give it, or set CHECKLY_API_KEY in the environment (an empty secret counts as missing).',
    )
  }
  const flag = (name: InputName): boolean => read(name, parseBoolean)
  const chosen = {
    sessionIds: readIfGiven('check-session-id', parseUuids),
    checkIds: readIfGiven('check-id', parseUuids),
    tags: readIfGiven('tags', parseTags),
  }
  const detach = flag('detach')
  const { selection, problem } = chooseSelection(chosen, detach)
  if (problem !== null) problems.push(problem)
  const inputs: Inputs = {
    apiKey: apiKey ?? '',
    accountId: readIfGiven('account-id', parseUuid),
    selection,
    refreshCache: flag('refresh-cache'),
    failOnNoMatching: flag('fail-on-no-matching'),
    detach,
    timeoutMs:
      1000 * read('timeout', (text) => parseWholeNumber(text, 1, LONGEST_TIMEOUT_SECONDS, 'seconds')),
    maxWaitSeconds: read('max-wait-seconds', (text) => parseWholeNumber(text, 1, 30, 'seconds')),
    passingStatuses: read('passing-statuses', parseStatuses),
    failFast: flag('fail-fast'),
    cancelUnfinished: flag('cancel-unfinished'),
    jobSummary: read('job-summary', (text) => parseChoice(text, ['always', 'on-failure', 'never'])),
    annotations: flag('annotations'),
    failureDetails: flag('failure-details'),
    reportDir: readText('report-dir') || null,
    apiUrl: read('api-url', parseApiUrl),
  }
  if (problems.length > 0) throw new InputError(problems.join(' '))
  return inputs
}

/** A value for a message: cut, and without what may be secret. */
function showValue(name: InputName, value: string): string {
  const maySecret = name === 'api-key' || (name === 'api-url' && /[@?#]/.test(value))
  if (maySecret) return 'the given value'
  return `"${value.length > 200 ? `${value.slice(0, 200)}…` : value}"`
}
