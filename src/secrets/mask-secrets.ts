import { setSecret } from '@actions/core'
import type { InputName } from '../inputs/input-defaults.ts'

/**
 * The untrimmed values that may hold the API key, for masking before anything else happens.
 * @param get - reads an input; '' when it is not given
 */
export function listSecrets(get: (name: InputName) => string, env: NodeJS.ProcessEnv): string[] {
  return [get('api-key'), env['CHECKLY_API_KEY'] ?? ''].filter((value) => value.trim() !== '')
}

/** Has the runner mask the values in every log of the job, as given and without blanks around them. */
export function maskSecrets(secrets: readonly string[]): void {
  for (const secret of new Set(secrets.flatMap((value) => [value.trim(), value]))) setSecret(secret)
}
