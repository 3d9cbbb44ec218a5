import { setSecret } from '@actions/core'
import type { InputName } from '../inputs/input-defaults.ts'

/** A variable that is not used as the key, and is shorter than any, is a placeholder such as `false`. */
const SHORTEST_UNUSED = 8

/**
 * The untrimmed values that may hold the API key, for masking before anything else happens.
 * @param get - reads an input; '' when it is not given
 */
export function listSecrets(get: (name: InputName) => string, env: NodeJS.ProcessEnv): string[] {
  const given = get('api-key')
  const fallback = env['CHECKLY_API_KEY'] ?? ''
  const isPlaceholder = given.trim() !== '' && fallback.trim().length < SHORTEST_UNUSED
  return [given, isPlaceholder ? '' : fallback].filter((value) => value.trim() !== '')
}

/** Has the runner mask the values in every log of the job, as given and without blanks around them. */
export function maskSecrets(secrets: readonly string[]): void {
  for (const secret of new Set(secrets.flatMap((value) => [value.trim(), value]))) setSecret(secret)
}
