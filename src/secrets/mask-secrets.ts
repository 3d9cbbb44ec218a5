import { setSecret } from '@actions/core'
import { INPUT_DEFAULTS, type InputName } from '../inputs/input-defaults.ts'
import { UUID } from '../inputs/parse-values.ts'
import { createHideableTest, listSecretLines } from '../inputs/secret-lines.ts'

/** A variable that is not used as the key, and is shorter than any, is a placeholder such as `false`. */
const SHORTEST_UNUSED = 8

/** Keys as Checkly makes them: of a user, and of a service. */
const CHECKLY_KEY = /\b(?:cu|sv)_[0-9a-f]{32}\b/g

/** What must not be shown. */
export interface Secrets {
  /** Texts that may hold an API key, untrimmed. */
  keys: string[]
  /** Lines of the values of `secret-env`, without blanks around them. */
  values: string[]
}

/**
 * The values to hide before anything else happens: what may hold the API key, wherever it was given, and the
 * lines of the values of `secret-env`.
 * @param get - reads an input; '' when it is not given
 */
export function listSecrets(get: (name: InputName) => string, env: NodeJS.ProcessEnv): Secrets {
  const given = get('api-key')
  const fallback = env['CHECKLY_API_KEY'] ?? ''
  const isPlaceholder = given.trim() !== '' && fallback.trim().length < SHORTEST_UNUSED
  const keys = [given, isPlaceholder ? '' : fallback, ...listMisplaced(get, env)]
  return {
    keys: keys.filter((value) => value.trim() !== ''),
    values: listSecretLines(get, createHideableTest(get, env)),
  }
}

/** Has the runner mask the values in every log of the job, as given and without blanks around them. */
export function maskSecrets({ keys, values }: Secrets): void {
  for (const secret of new Set([...keys.flatMap((key) => [key.trim(), key]), ...values])) setSecret(secret)
}

/** Keys that were given as something else: as the account, or somewhere in another input. */
function listMisplaced(get: (name: InputName) => string, env: NodeJS.ProcessEnv): string[] {
  const accounts = [get('account-id'), env['CHECKLY_ACCOUNT_ID'] ?? '']
    .map((account) => account.trim())
    .filter((account) => account.length >= SHORTEST_UNUSED && !UUID.test(account))
  const names = Object.keys(INPUT_DEFAULTS) as InputName[]
  const inOthers = names.flatMap((name) => (name === 'api-key' ? [] : (get(name).match(CHECKLY_KEY) ?? [])))
  return [...new Set([...accounts, ...inOthers])]
}
