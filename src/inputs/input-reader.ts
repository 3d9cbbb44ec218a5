import { describeInvisible } from '../text/name-invisible.ts'
import { cutText } from '../text/neutralise-text.ts'
import { INPUT_DEFAULTS, type InputName } from './input-defaults.ts'
import { InputError } from './input-error.ts'
import { mayHoldVariable } from './quote-odd.ts'
import { UnusableValue } from './unusable-value.ts'

/** Gives an input as the workflow has it, untrimmed; '' for one that is not given. */
export type GetInput = (name: InputName) => string

/** Environment variables that stand in for an input that is not given. */
const FALLBACKS: Partial<Record<InputName, string>> = {
  'api-key': 'CHECKLY_API_KEY',
  'account-id': 'CHECKLY_ACCOUNT_ID',
}

/** Inputs whose value is never shown: it may be a secret, or one that was given in the wrong place. */
const HIDDEN: ReadonlySet<InputName> = new Set(['api-key', 'account-id', 'env', 'secret-env'])
/** Inputs of one line: several are something else, such as a file or a key. */
const ONE_LINE: ReadonlySet<InputName> = new Set(['env-file', 'environment', 'test-session-name'])
/** Addresses that may hold a password or a token. */
const ADDRESSES: ReadonlySet<InputName> = new Set(['api-url', 'environment-url'])

/** Reads inputs one by one and gathers all that is wrong with them. */
export interface InputReader {
  /** The input without blanks and line breaks around it; its default when nothing is left. */
  text(name: InputName): string
  /** The input as the workflow has it: in some inputs a blank counts. */
  raw(name: InputName): string
  /** Whether it has a value other than its default; `False` is no other than `false`. */
  isGiven(name: InputName): boolean
  /** What `parse` makes of the text. A refusal (UnusableValue) becomes a problem, and the value undefined. */
  read<T>(name: InputName, parse: (text: string) => T): T
  /** The same; null when the text is empty. */
  readIfGiven<T>(name: InputName, parse: (text: string) => T): T | null
  /** Adds a sentence about what is wrong. */
  refuse(problem: string): void
  /** Throws an InputError with all problems, if there are any. */
  end(): void
}

/** Creates a reader of the action's inputs. */
export function createInputReader(get: GetInput, env: NodeJS.ProcessEnv): InputReader {
  const problems: string[] = []

  function text(name: InputName): string {
    const fallback = FALLBACKS[name]
    const given = get(name).trim() || (fallback === undefined ? '' : (env[fallback] ?? '').trim())
    return given || INPUT_DEFAULTS[name]
  }

  function read<T>(name: InputName, parse: (text: string) => T): T {
    const value = text(name)
    try {
      return parse(value)
    } catch (error) {
      if (!(error instanceof UnusableValue)) throw error
      problems.push(describeProblem(name, value, error.allowed))
      return undefined as T
    }
  }

  return {
    text,
    raw: get,
    isGiven: (name) => text(name).toLowerCase() !== INPUT_DEFAULTS[name].toLowerCase(),
    read,
    readIfGiven: (name, parse) => (text(name) === '' ? null : read(name, parse)),
    refuse: (problem) => problems.push(problem),
    end: () => {
      if (problems.length > 0) throw new InputError(problems.join(' '))
    },
  }
}

function describeProblem(name: InputName, value: string, allowed: string): string {
  const problem = `Input ${name}: ${showValue(name, value)} cannot be used, it must be ${allowed}.`
  // In several lines a position says nothing; who reads them names the line.
  const invisible = /[\r\n]/.test(value) || allowed.includes('U+') ? '' : describeInvisible(value)
  return invisible === '' ? problem : `${problem} It contains an invisible character: ${invisible}.`
}

/** A value for a message: cut, and without what may be secret. Lines of `NAME=value` belong into another input. */
function showValue(name: InputName, value: string): string {
  const isAddress = ADDRESSES.has(name) && /[@?#]/.test(value)
  const isText = ONE_LINE.has(name) && /[\r\n]/.test(value)
  const isHidden = HIDDEN.has(name) || isAddress || isText || mayHoldVariable(value)
  return isHidden ? 'the given value' : `"${cutText(value, 201)}"`
}
