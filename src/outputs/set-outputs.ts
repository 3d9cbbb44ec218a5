import { addToCommandFile } from '../runner/command-file.ts'
import type { Redact } from '../secrets/redact.ts'
import { redactJson } from '../secrets/redact-json.ts'
import { OUTPUT_NAMES, type OutputName } from './output-names.ts'

/** Outputs that may be large: each is a write of its own, after the small ones that matter most. */
const LARGE: ReadonlySet<OutputName> = new Set(['sessions', 'results'])

/** Outputs whose values are of this action's making, ids and numbers: a secret of four digits must not spoil them. */
const OWN =
  /^(?:outcome|passed|session-type|time-elapsed|(?:check|test)-session-ids|(?:sessions|results|failures)-[a-z]+)$/

/** Outputs that are JSON. They stay valid JSON after secrets are hidden in them. */
const JSON_OUTPUTS: ReadonlySet<string> = new Set(['sessions', 'results', 'failures'])

/** Sets the given outputs. Throws when the command file cannot be written. */
export function setOutputs(values: Partial<Record<OutputName, string>>, redact: Redact): void {
  const path = process.env['GITHUB_OUTPUT']
  const clean = (name: OutputName, value: string): string => {
    if (OWN.test(name)) return value
    return JSON_OUTPUTS.has(name) ? redactJson(value, redact) : redact(value)
  }
  const small = new Map<string, string>()
  for (const name of OUTPUT_NAMES) {
    const value = values[name]
    if (value !== undefined && !LARGE.has(name)) small.set(name, clean(name, value))
  }
  addToCommandFile(path, small)
  for (const name of LARGE) {
    const value = values[name]
    if (value !== undefined) addToCommandFile(path, new Map([[name, clean(name, value)]]))
  }
}
