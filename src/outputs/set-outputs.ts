import type { Redact } from '../secrets/redact.ts'
import { addToCommandFile } from './command-file.ts'
import { OUTPUT_NAMES, type OutputName } from './output-names.ts'

/** Outputs that may be large: each is a write of its own, after the small ones that matter most. */
const LARGE: ReadonlySet<OutputName> = new Set(['sessions', 'results'])

/** Sets the given outputs. Throws when the command file cannot be written. */
export function setOutputs(values: Partial<Record<OutputName, string>>, redact: Redact): void {
  const path = process.env['GITHUB_OUTPUT']
  const small = new Map<string, string>()
  for (const name of OUTPUT_NAMES) {
    const value = values[name]
    if (value !== undefined && !LARGE.has(name)) small.set(name, redact(value))
  }
  addToCommandFile(path, small)
  for (const name of LARGE) {
    const value = values[name]
    if (value !== undefined) addToCommandFile(path, new Map([[name, redact(value)]]))
  }
}
