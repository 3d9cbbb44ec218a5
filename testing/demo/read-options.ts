import { parseArgs } from 'node:util'
import { INPUT_DEFAULTS } from '../../src/inputs/input-defaults.ts'

export const USAGE = `npm start                          one scenario, "passed"
npm start -- --scenario NAME       another one
npm start -- --list                the scenarios, a line each
npm start -- --live ID             a real check session, with CHECKLY_API_KEY and CHECKLY_ACCOUNT_ID
npm start -- --input NAME=VALUE    with an input of the action, as often as you like`

/** What `npm start` is asked for. */
export interface StartOptions {
  help: boolean
  list: boolean
  /** The id of a real check session. */
  live: string | undefined
  scenario: string
  /** Inputs of the action, by their names. */
  inputs: Record<string, string>
}

/** Reads the arguments of `npm start`. Throws with one sentence about what is wrong. */
export function readOptions(args: readonly string[]): StartOptions {
  const { help, list, live, scenario, input } = parse(args)
  if (live !== undefined && scenario !== undefined) throw new Error('Give --live or --scenario, not both.')
  return {
    help,
    list,
    live,
    scenario: scenario ?? 'passed',
    inputs: Object.fromEntries(input.map(readInput)),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        scenario: { type: 'string' },
        live: { type: 'string' },
        input: { type: 'string', multiple: true, default: [] },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    // Node adds advice on positional arguments, of which there are none here.
    const [what = ''] = (error as Error).message.split('. ')
    throw new Error(`${what.replace(/\.$/, '')}. What there is:\n${USAGE}`)
  }
}

function readInput(text: string): [string, string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined)
    throw new Error(`--input ${text}: must be NAME=VALUE, for example --input timeout=3.`)
  if (!(name in INPUT_DEFAULTS)) {
    const names = Object.keys(INPUT_DEFAULTS).join(', ')
    throw new Error(`--input ${text}: there is no input ${name}. There are ${names}.`)
  }
  return [name, value]
}
