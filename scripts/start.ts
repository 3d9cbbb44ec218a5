import { existsSync } from 'node:fs'
import { findScenario, SCENARIOS, type Scenario } from '../simulator/scenarios.ts'
import { readOptions, USAGE } from '../testing/demo/read-options.ts'

/*
 * Shows the action at work: the stand-in API on loopback, `dist/index.js` run as GitHub's runner runs it, its
 * log, its outputs and its summary. The exit code is 0 when all went as the scenario has it, a failing step
 * included; with --live it is the step's own.
 */

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
  const options = readOptions(process.argv.slice(2))
  if (options.help) return say(USAGE)
  if (options.list) return say(listScenarios())
  const { inputs, live } = options
  const scenario = live === undefined ? findScenario(options.scenario) : null
  // The rest is loaded only now: a list or an error is there at once.
  const { ENTRY } = await import('../testing/demo/run-step.ts')
  if (!existsSync(ENTRY)) throw new Error('dist/index.js is not there: run npm run build first.')
  if (scenario === null) return (await import('../testing/demo/await-live.ts')).awaitLive(live ?? '', inputs)
  return (await import('../testing/demo/play-scenario.ts')).playScenario(scenario, inputs)
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
