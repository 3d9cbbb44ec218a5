import { setSecret } from '@actions/core'
import { INPUT_DEFAULTS, type InputName } from '../inputs/input-defaults.ts'
import { UUID } from '../inputs/parse-values.ts'
import { createHideableTest, listSecretLines } from '../inputs/secret-lines.ts'

/** Characters. A shorter text is no key but a placeholder such as `false`, unless it is used as the key. */
const SHORTEST_UNUSED = 8

/** The shape of Checkly's keys: `cu_…` of a user, `sv_…` of a service. */
const CHECKLY_KEY = /\b(?:cu|sv)_[0-9a-f]{32}\b/g

/** What must not be shown. */
export interface Secrets {
  /** Texts that may be an API key, perhaps with blanks around them. */
  keys: string[]
  /** Lines of the values of `secret-env`, without blanks around them. Too short or too common lines are left out. */
  values: string[]
}

/**
 * Lists what to hide, before anything else happens: every text that may be an API key, in whichever input or variable
 * it was given, and the lines of `secret-env`.
 * @param get - reads an input; '' for one that is not given
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

/** Makes the runner mask the secrets in every log of the job: keys both with and without the blanks around them. */
export function maskSecrets({ keys, values }: Secrets): void {
  for (const secret of new Set([...keys.flatMap((key) => [key.trim(), key]), ...values])) setSecret(secret)
}

/** Likely keys in the wrong place: an account of 8 or more characters that is no UUID; a key's shape in another input. */
function listMisplaced(get: (name: InputName) => string, env: NodeJS.ProcessEnv): string[] {
  const accounts = [get('account-id'), env['CHECKLY_ACCOUNT_ID'] ?? '']
    .map((account) => account.trim())
    .filter((account) => account.length >= SHORTEST_UNUSED && !UUID.test(account))
  const names = Object.keys(INPUT_DEFAULTS) as InputName[]
  const inOthers = names.flatMap((name) => (name === 'api-key' ? [] : (get(name).match(CHECKLY_KEY) ?? [])))
  return [...new Set([...accounts, ...inOthers])]
}
