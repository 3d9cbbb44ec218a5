import { spawn } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { startSimulator } from '../../simulator/server.ts'

/*
 * The stand-in API for a workflow's steps, on every system: `start` leaves it running in the background
 * and sets what the next steps need as outputs; `stop PID` ends it.
 */

// Should `stop` never come, it does not outlive the job by long.
const LONGEST_LIFE_MS = 10 * 60_000

const [command, argument] = process.argv.slice(2)
if (command === 'start') start()
else if (command === 'serve') await serve()
else if (command === 'stop') process.kill(Number(argument))
else throw new Error('Usage: stand-in.ts start | stop PID')

function start(): void {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'serve'], {
    detached: true,
    windowsHide: true,
    // No pipe to this step: the runner would wait for it to close.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.once('error', fail)
  child.once('exit', (code) => fail(new Error(`The stand-in API ended at once, with code ${code}.`)))
  child.once('message', (outputs) => {
    setOutputs({ ...(outputs as Record<string, string>), pid: String(child.pid) })
    child.removeAllListeners('exit')
    child.disconnect()
    child.unref()
  })
}

async function serve(): Promise<void> {
  const tags = ['production', 'smoke']
  const { url, apiKey, accountId, sessions } = await startSimulator({
    checks: [
      { name: 'Homepage', tags },
      { name: 'Checkout', tags, checkType: 'BROWSER' },
      { name: 'Elsewhere', tags: ['staging'] },
    ],
  })
  const passing = sessions.add({ name: 'Passes' })
  const failing = sessions.add({ name: 'Fails', locations: { 'eu-west-1': [{ hasFailures: true }] } })
  setTimeout(() => process.exit(), LONGEST_LIFE_MS)
  process.send?.({
    url,
    'api-key': apiKey,
    'account-id': accountId,
    'passing-session': passing.plan.id,
    'failing-session': failing.plan.id,
  })
}

function setOutputs(outputs: Record<string, string>): void {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  const { GITHUB_OUTPUT } = process.env
  if (GITHUB_OUTPUT === undefined) process.stdout.write(lines.join(''))
  else appendFileSync(GITHUB_OUTPUT, lines.join(''))
}

function fail(error: Error): void {
  console.error(error.message)
  process.exitCode = 1
}
