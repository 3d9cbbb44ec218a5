import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findScenario, SCENARIOS, type Scenario } from '../simulator/scenarios.ts'
import { INPUT_DEFAULTS } from '../src/inputs/input-defaults.ts'

/*
 * Shows the action at work: the stand-in API on loopback, `dist/index.js` run as GitHub's runner runs it, its
 * log, its outputs and its summary. The exit code is 0 when all went as the scenario has it, a failing step
 * included; with --live it is the step's own.
 */

const USAGE = `npm start                          one scenario, "passed"
npm start -- --scenario NAME       another one
npm start -- --list                the scenarios, a line each
npm start -- --live ID             a real check session, with CHECKLY_API_KEY and CHECKLY_ACCOUNT_ID
npm start -- --input NAME=VALUE    with an input of the action, as often as you like`

// Who reads the output may have seen enough, as `npm start | head` has: then the step is stopped, as by Ctrl-C.
let isRead = true
process.stdout.on('error', () => {
  if (isRead) process.emit('SIGTERM')
  isRead = false
})

try {
  const exitCode = await start()
  process.exitCode = isRead ? exitCode : 0
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 2
}

async function start(): Promise<number> {
  const options = readOptions()
  if (options.help) return say(USAGE)
  if (options.list) return say(listScenarios())
  if (options.live !== undefined && options.scenario !== undefined)
    throw new Error('Give --live or --scenario, not both.')
  const inputs = Object.fromEntries(options.input.map(readInput))
  const scenario = options.live === undefined ? findScenario(options.scenario ?? 'passed') : null
  // The rest is loaded only now: a list or an error is there at once.
  const { ENTRY } = await import('../testing/demo/run-step.ts')
  if (!existsSync(ENTRY)) throw new Error('dist/index.js is not there: run npm run build first.')
  if (scenario === null)
    return (await import('../testing/demo/await-live.ts')).awaitLive(options.live ?? '', inputs)
  return (await import('../testing/demo/play-scenario.ts')).playScenario(scenario, inputs)
}

function readOptions() {
  try {
    return parseArgs({
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

function listScenarios(): string {
  const width = Math.max(...SCENARIOS.map(({ name }) => name.length))
  return SCENARIOS.map(({ name, description }: Scenario) => `${name.padEnd(width)}  ${description}`).join(
    '\n',
  )
}

function say(text: string): number {
  console.log(text)
  return 0
}
