import { parseEnv } from 'node:util'
import { MOST_VARIABLES, type NumberedVariable, VARIABLE_NAME, type Variable } from './parse-variables.ts'
import { UnusableValue } from './unusable-value.ts'

/** The variable that Checkly's own examples read the address of a preview from. */
export const ENVIRONMENT_URL = 'ENVIRONMENT_URL'

/** Where variables come from; an address is null when there is none. */
export interface VariableSources {
  env: readonly NumberedVariable[]
  secretEnv: readonly NumberedVariable[]
  /** Parsed. */
  envFile: readonly Variable[]
  /** The input environment-url. */
  givenUrl: string | null
  /** Of the event, where the input is not given. */
  eventUrl: string | null
}

/** Variables to send, or what is wrong with them, in sentences. */
export interface Collected {
  variables: Variable[]
  problems: string[]
}

/**
 * Reads a dotenv file (Node's `util.parseEnv`). Empty variables are left out, since the API refuses them.
 * Throws UnusableValue for a name that Checkly does not take; without values, which may be secrets.
 */
export function parseEnvFile(text: string): { variables: Variable[]; empty: string[] } {
  const entries = Object.entries(parseEnv(text))
  const odd = entries.find(([name]) => !VARIABLE_NAME.test(name))?.[0]
  if (odd !== undefined) {
    const which = /^[\w.-]{1,60}$/.test(odd) ? `"${odd}"` : 'one of them'
    throw new UnusableValue(
      `a dotenv file whose names have letters, digits and underscores only, and begin with no digit (${which} does not)`,
    )
  }
  const filled = entries.filter(([, value]) => value !== '')
  return {
    variables: filled.map(([name, value]) => ({ name, value: value ?? '', secret: false })),
    empty: entries.filter(([, value]) => value === '').map(([name]) => name),
  }
}

/**
 * Puts the variables of all sources together: `env` and `secret-env` win over `env-file`, and an explicit
 * `ENVIRONMENT_URL` over the event's.
 */
export function collectVariables(sources: VariableSources): Collected {
  const { env, secretEnv, envFile, givenUrl, eventUrl } = sources
  const problems: string[] = []
  const lines = [
    ...env.map((variable) => ({ ...variable, input: 'env' })),
    ...secretEnv.map((variable) => ({ ...variable, input: 'secret-env' })),
  ]
  const byName = new Map<string, (typeof lines)[number]>()
  for (const variable of lines) {
    const first = byName.get(variable.name)
    if (first === undefined) byName.set(variable.name, variable)
    else {
      problems.push(
        `Input ${variable.input}: ${variable.name} (line ${variable.line}) is given already, in line ${first.line} of ${first.input}; give it once.`,
      )
    }
  }
  const explicit = byName.get(ENVIRONMENT_URL)
  if (explicit !== undefined && givenUrl !== null) {
    problems.push(
      `Input environment-url: ${ENVIRONMENT_URL} is in ${explicit.input} too (line ${explicit.line}); give one of them.`,
    )
  }
  const variables = new Map<string, Variable>()
  if (eventUrl !== null) variables.set(ENVIRONMENT_URL, plain(ENVIRONMENT_URL, eventUrl))
  for (const variable of envFile) variables.set(variable.name, variable)
  if (givenUrl !== null) variables.set(ENVIRONMENT_URL, plain(ENVIRONMENT_URL, givenUrl))
  for (const { name, value, secret } of byName.values()) variables.set(name, { name, value, secret })
  if (variables.size > MOST_VARIABLES) {
    problems.push(
      `Inputs env, secret-env, env-file and environment-url: ${variables.size} variables are more than the ${MOST_VARIABLES} that a test session takes.`,
    )
  }
  return { variables: [...variables.values()], problems }
}

function plain(name: string, value: string): Variable {
  return { name, value, secret: false }
}
