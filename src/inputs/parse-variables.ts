import { UnusableValue } from './unusable-value.ts'

/** A variable for the checks of a test session. */
export interface Variable {
  name: string
  value: string
  /** Sent with `secret: true`, and kept out of all that the step writes. */
  secret: boolean
}

/** What Checkly and shells take for the name of a variable. */
export const VARIABLE_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/

/** Most variables of a test session (the endpoint's documentation: `environmentVariables`, `maxItems`). */
export const MOST_VARIABLES = 50

/** A variable, and the number of its line, from 1. */
export interface NumberedVariable extends Variable {
  line: number
}

/**
 * Reads `NAME=value` lines; a value is what stands behind the first `=`, to the end of its line. Several lines
 * are written as in GITHUB_ENV: `NAME<<END`, the lines, `END`. Only a carriage return at the end of a line is
 * left out, and lines of blanks between variables. Values may be secrets: a refusal gives the line, and the
 * name where it is a valid one. Throws UnusableValue.
 */
export function parseVariables(text: string, secret: boolean): NumberedVariable[] {
  const lines = splitLines(text)
  const variables: NumberedVariable[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const number = at + 1
    if (line.trim() === '') continue
    const { name, value, delimiter } = splitAssignment(line)
    if (!VARIABLE_NAME.test(name) || (value === null && delimiter === null)) {
      throw new UnusableValue(`NAME=value on each line (line ${number} ${explainLine(line)})`)
    }
    let whole = value ?? ''
    if (delimiter !== null) {
      const end = lines.indexOf(delimiter, at + 1)
      if (delimiter === '' || end === -1) {
        throw new UnusableValue(
          `NAME<<END, the lines of the value, and END alone on a line (line ${number}, ${name}, is not ended so)`,
        )
      }
      whole = lines.slice(at + 1, end).join('\n')
      at = end
    }
    if (whole === '') {
      throw new UnusableValue(
        `NAME=value with a value (line ${number}, ${name}, has none; a secret may not be set)`,
      )
    }
    variables.push({ name, value: whole, secret, line: number })
  }
  return variables
}

/** Lines without the carriage returns at their ends. */
function splitLines(text: string): string[] {
  return text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
}

/** As the runner does for GITHUB_ENV: what comes first, `=` or `<<`, says what the line is. */
function splitAssignment(line: string): { name: string; value: string | null; delimiter: string | null } {
  const equals = line.indexOf('=')
  const heredoc = line.indexOf('<<')
  if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
    return { name: line.slice(0, heredoc), value: null, delimiter: line.slice(heredoc + 2) }
  }
  if (equals < 0) return { name: line, value: null, delimiter: null }
  return { name: line.slice(0, equals), value: line.slice(equals + 1), delimiter: null }
}

/** Why a line is no assignment, without telling anything that stands in it. */
function explainLine(line: string): string {
  if (/^\s*#/.test(line)) return 'is a comment, which the text of an input cannot hold'
  if (/^\s*[-*] /.test(line)) return 'begins with the dash of a list: leave it out'
  if (/^\s*[[{]/.test(line)) return 'looks like JSON, which is not read'
  if (/^\s*export\s/.test(line)) return 'begins with "export": leave it out'
  if (/^\s*[A-Za-z_]\w*\s*:/.test(line)) return 'has a colon where "=" belongs'
  if (/^\s*[A-Za-z_]\w*\s*=/.test(line)) return 'has a blank around its name: leave it out'
  if (!line.includes('=')) return 'has no "="; a value of several lines is written as NAME<<END'
  return 'has another name than letters, digits and underscores, beginning with no digit'
}

/** Values that are sent as they stand and may have been meant for a reader of dotenv files or a shell; a sentence each. */
export function listDoubtfulVariables(variables: readonly Variable[], input: string): string[] {
  return variables.flatMap(({ name, value }) => {
    if (value.length > 1 && /^(["'])[^\n]*\1$/.test(value)) {
      return [`Input ${input}: the quotes around the value of ${name} are sent as a part of it.`]
    }
    if (/^\$(?:\w+|\{\w+\})$/.test(value)) {
      return [
        `Input ${input}: the value of ${name} is sent as it stands; no shell replaces a variable in it.`,
      ]
    }
    return []
  })
}
