import { cutText } from '../text/neutralise-text.ts'

/** Looks like a variable: `NAME=value` at the beginning of a line, or behind a blank or a slash. */
const VARIABLE = /(?:^|[\s/])[A-Za-z_]\w{0,99}=/m

/** Whether a text may be a variable that was given in the wrong input: its value may be a secret. */
export function mayHoldVariable(text: string): boolean {
  return VARIABLE.test(text)
}

/** A part of an input's value for a message, quoted and cut; `instead` where it may be a variable. */
export function quoteOdd(text: string, instead: string): string {
  return mayHoldVariable(text) ? instead : `"${cutText(text, 81)}"`
}
