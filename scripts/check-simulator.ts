import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { buildSession } from '../simulator/build-session.ts'
import { buildTestSession } from '../simulator/build-test-session.ts'
import { startSimulator } from '../simulator/server.ts'
import { type CliRun, installVendorCli, runVendorCli, VENDOR_CLI_VERSION } from '../simulator/vendor-cli.ts'
import { FINAL_STATUSES } from '../simulator/wire.ts'
import { runSideBySide } from '../testing/run-side-by-side.ts'

/*
 * Proof that the simulator behaves: the vendor's own CLI runs against it and must come to the verdicts that
 * were scripted, and read the reasons that were. Exits with 1 when it does not.
 *
 *   npm run check:simulator                 the version that this project measures itself against
 *   npm run check:simulator -- latest       another one, or the newest
 */

const [version = VENDOR_CLI_VERSION] = process.argv.slice(2)

interface Case {
  name: string
  args: string[]
  exitCode: number
  /** What the CLI must print; the line it is found in is shown. */
  says: RegExp
  apiKey?: string
}

const PASSING: ReadonlySet<string> = new Set(['PASSED', 'DEGRADED'])

// By check type, what the CLI prints of the details of a failed run.
const REASONS: Record<string, RegExp> = {
  API: /503 Service Unavailable/,
  BROWSER: /toBeVisible/,
  MULTI_STEP: /502 Bad Gateway/,
  AGENTIC: /expected "an order number"/,
  TRACEROUTE: /Truncated: +MAX_UNKNOWN_HOPS/,
  GRPC: /14 upstream is not serving/,
  SSL: /CERT_EXPIRED/,
}

const simulator = await startSimulator()
simulator.checks.add({ name: 'Checkout API', tags: ['production', 'api'], session: { durationMs: 200 } })
simulator.checks.add({ name: 'Checkout page', tags: ['production', 'web'], session: { durationMs: 200 } })
simulator.checks.add({ name: 'Staging API', tags: ['staging', 'api'], session: { durationMs: 200 } })

const statusCases = FINAL_STATUSES.map((status): Case => {
  const session = buildSession({ name: status, status, locations: ['eu-west-1', 'us-east-1'], runMs: 300 })
  const { id } = simulator.checks.add({ name: `Ends ${status}`, session })
  const word = status.toLowerCase().replace('_', ' ')
  return {
    name: status,
    args: ['checks', 'run', '--check-id', id],
    exitCode: PASSING.has(status) ? 0 : 1,
    says: new RegExp(`1 check session completed: 1 ${word}\\.`),
  }
})

const reasonCases = Object.entries(REASONS).map(([checkType, says]): Case => {
  const script = buildSession({ name: `Failed ${checkType}`, checkType, status: 'FAILED', ended: true })
  const { plan } = simulator.sessions.add(script)
  const args = ['checks', 'get', plan.checkId, '--result', plan.runs[0]?.resultId ?? '']
  return { name: `reason of ${checkType}`, args, exitCode: 0, says }
})

// By check type, what the CLI prints of the details of a failed result of a test session.
const TEST_REASONS: Record<string, RegExp> = {
  API: /503 Service Unavailable/,
  BROWSER: /toBeVisible/,
  MULTI_STEP: /502 Bad Gateway/,
  AGENTIC: /expected "an order number"/,
}

const testStatusCases = (['PASSED', 'FAILED', 'CANCELLED'] as const).map((status): Case => {
  const session = buildTestSession({ name: `Preview ends ${status}`, checks: [{ status, durationMs: 300 }] })
  simulator.testSessions.add(session)
  const says = new RegExp(`^Status: +${status.toLowerCase()}$`)
  return { name: status, args: ['test-sessions', 'get', session.id, '--watch'], exitCode: 0, says }
})

const testReasonCases = Object.entries(TEST_REASONS).map(([checkType, says]): Case => {
  const checks = [{ name: 'Login', checkType, status: 'FAILED' }] as const
  const { plan } = simulator.testSessions.add({ name: `Failed ${checkType}`, checks, ended: true })
  const args = ['test-sessions', 'get', plan.id, '--result', plan.runs[0]?.resultId ?? '']
  return { name: `reason of ${checkType}`, args, exitCode: 0, says }
})

const errorGroup = { message: 'no Pay button', firstSeenAgoMs: 86_400_000, environments: ['staging'] }
const known = simulator.testSessions.add({
  name: 'shop / preview #42',
  checks: [{ name: 'Login', status: 'FAILED', retries: 1, errorGroup }],
  ended: true,
})
const groupId = known.plan.runs[0]?.errorGroup?.id ?? ''

const testListCases: Case[] = [
  {
    name: 'attempts',
    args: ['get', known.plan.id],
    exitCode: 0,
    says: /^Login +API +failed +ATTEMPT +eu-central-1 +1 group/,
  },
  {
    name: 'error group',
    args: ['get', known.plan.id, '--error-group', groupId],
    exitCode: 0,
    says: /^Environments: +staging$/,
  },
  {
    name: 'search',
    args: ['list', '--search', 'PREVIEW #42', '--status', 'failed,running'],
    exitCode: 0,
    says: /^Showing 1 test session$/,
  },
  {
    name: 'search without a hit',
    args: ['list', '--search', 'nobody has this name'],
    exitCode: 0,
    says: /^No test sessions found\.$/,
  },
].map((one) => ({ ...one, args: ['test-sessions', ...one.args] }))

const selectionCases: Case[] = [
  {
    name: 'all tags',
    args: ['--tags', 'production,api'],
    exitCode: 0,
    says: /1 check session completed: 1 passed/,
  },
  {
    name: 'any filter',
    args: ['--tags', 'production,api', '--tags', 'staging'],
    exitCode: 0,
    says: /2 check sessions completed: 2 passed/,
  },
  { name: 'no match', args: ['--tags', 'nothing'], exitCode: 1, says: /No matching checks were found/ },
  {
    name: 'wrong key',
    args: ['--tags', 'api'],
    exitCode: 1,
    says: /Authentication failed/,
    apiKey: 'cu_wrong',
  },
].map((one) => ({ ...one, args: ['checks', 'run', ...one.args] }))

const startedAtMs = performance.now()
const entry = installVendorCli(version)
const packageJson = readFileSync(resolve(entry, '../../package.json'), 'utf8')
console.log(`checkly ${JSON.parse(packageJson).version} against the simulator\n`)
const agreed = [
  ...(await checkCases('status', statusCases)),
  ...(await checkCases('selection', selectionCases)),
  ...(await checkCases('details', reasonCases)),
  ...(await checkCases('test session', testStatusCases)),
  ...(await checkCases('its results', [...testReasonCases, ...testListCases])),
]
await simulator.close()
const disagreements = agreed.filter((agrees) => !agrees).length
const seconds = Math.round((performance.now() - startedAtMs) / 1000)
console.log(`${disagreements === 0 ? 'All agree' : `${disagreements} disagree`}, in ${seconds} s.`)
process.exitCode = disagreements === 0 ? 0 : 1

/** Runs cases, two at a time, and prints a table of them; for each, whether the CLI agreed. */
async function checkCases(title: string, cases: readonly Case[]): Promise<boolean[]> {
  const runs = await runSideBySide(cases, 2, (one) =>
    runVendorCli(entry, { ...simulator, apiKey: one.apiKey ?? simulator.apiKey }, one.args),
  )
  console.log(formatRow(title, 'CLI exit', 'CLI says', 'agrees'))
  console.log(formatRow('---', '---', '---', '---'))
  const agreed = cases.map((one, index) => {
    const run = runs[index] ?? { exitCode: null, output: '', durationMs: 0 }
    const agrees = run.exitCode === one.exitCode && listLines(run).some((line) => one.says.test(line))
    console.log(formatRow(one.name, String(run.exitCode), findLine(run, one.says), agrees ? 'yes' : 'NO'))
    return agrees
  })
  console.log('')
  return agreed
}

function findLine(run: CliRun, says: RegExp): string {
  const lines = listLines(run)
  return (lines.find((line) => says.test(line)) ?? lines.join(' / ')).slice(0, 90)
}

function listLines({ output }: CliRun): string[] {
  return stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

function formatRow(...[name, exit, says, agrees]: [string, string, string, string]): string {
  return `| ${name.padEnd(20)} | ${exit.padEnd(8)} | ${says.padEnd(90)} | ${agrees.padEnd(6)} |`
}
