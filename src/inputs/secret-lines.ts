import type { GetInput } from './input-reader.ts'
import { UUID } from './parse-values.ts'
import { type NumberedVariable, parseVariables } from './parse-variables.ts'
import { UnusableValue } from './unusable-value.ts'

/** A shorter line stands in every log by chance, and hiding it would make the log unreadable. */
const SHORTEST_HIDDEN = 4

/** Words that the API's answers, the step's outputs and its log are made of: hidden, they would make `passed` unreadable. */
export const OWN_WORDS: ReadonlySet<string> = new Set(
  'true false null none check checks test tests session sessions error errors passed failed degraded cancelled timeout timed_out detached no-match running final attempt pending'.split(
    ' ',
  ),
)

/** Inputs whose values are shown: an id of theirs cannot be a secret. */
const PLAIN_IDS = ['check-session-id', 'test-session-id', 'check-id', 'account-id'] as const

/** Decides whether a line of a secret value can be hidden. */
export type IsHideable = (line: string) => boolean

/** Creates the test. An id that another input shows in plain cannot be hidden. */
export function createHideableTest(get: GetInput, env: NodeJS.ProcessEnv): IsHideable {
  const plain = [...PLAIN_IDS.map(get), env['CHECKLY_ACCOUNT_ID'] ?? ''].join('\n').toLowerCase()
  return (line) => {
    const word = line.trim().toLowerCase()
    // `PASS` is a part of `PASSED`.
    if (word.length < SHORTEST_HIDDEN || [...OWN_WORDS].some((own) => own.includes(word))) return false
    return !(UUID.test(word) && plain.includes(word))
  }
}

/**
 * The lines of all values of `secret-env`, to be hidden before anything is checked or printed. If the text cannot be
 * read: each of its lines, and what stands behind the first `=` of each.
 */
export function listSecretLines(get: GetInput, isHideable: IsHideable): string[] {
  const text = get('secret-env')
  const lines = readValues(text)
    .flatMap((value) => value.split(/[\r\n]+/))
    .map((line) => line.trim())
    .filter(isHideable)
  return [...new Set(lines)]
}

/** A sentence for each variable of which a line is sent but cannot be hidden. */
export function listUnhidden(variables: readonly NumberedVariable[], isHideable: IsHideable): string[] {
  return variables
    .filter(({ value }) => value.split(/[\r\n]+/).some((line) => line.trim() !== '' && !isHideable(line)))
    .map(
      ({ name }) =>
        `Input secret-env: a line of ${name} is sent, but not hidden: it has fewer than ${SHORTEST_HIDDEN} characters, is a word of every log or a part of one, or is an id that is given in plain.`,
    )
}

function readValues(text: string): string[] {
  try {
    return parseVariables(text, true).map(({ value }) => value)
  } catch (error) {
    if (!(error instanceof UnusableValue)) throw error
    return text.split('\n').flatMap((line) => [line, line.slice(line.indexOf('=') + 1)])
  }
}
