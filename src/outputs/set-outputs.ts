import { OUTPUT_NAMES, type OutputName } from '../inputs/interface.ts'
import type { Redact } from '../secrets/redact.ts'
import { addToCommandFile } from './command-file.ts'

/** Sets the given outputs. Throws when the command file cannot be written. */
export function setOutputs(values: Partial<Record<OutputName, string>>, redact: Redact): void {
  for (const name of OUTPUT_NAMES) {
    const value = values[name]
    if (value !== undefined) addToCommandFile(process.env['GITHUB_OUTPUT'], name, redact(value))
  }
}
