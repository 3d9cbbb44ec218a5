import { stripVTControlCharacters } from 'node:util'
import { buildSession } from '../simulator/build-session.ts'
import { startSimulator } from '../simulator/server.ts'
import { type CliRun, installVendorCli, runVendorCli, VENDOR_CLI_VERSION } from '../simulator/vendor-cli.ts'
import { FINAL_STATUSES } from '../simulator/wire.ts'

/*
 * Proof that the simulator behaves: the vendor's own CLI runs against it and must come to the verdicts that
 * were scripted, and read the reasons that were. Exits with 1 when it does not.
 */

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

const entry = installVendorCli()
console.log(`checkly ${VENDOR_CLI_VERSION} against the simulator\n`)
const agreed = [
  ...(await checkCases('status', statusCases)),
  ...(await checkCases('selection', selectionCases)),
  ...(await checkCases('details', reasonCases)),
]
await simulator.close()
const disagreements = agreed.filter((agrees) => !agrees).length
console.log(disagreements === 0 ? 'All agree.' : `${disagreements} disagree.`)
process.exitCode = disagreements === 0 ? 0 : 1

/** Runs cases one after the other and prints a table of them; for each, whether the CLI agreed. */
async function checkCases(title: string, cases: readonly Case[]): Promise<boolean[]> {
  console.log(formatRow(title, 'CLI exit', 'CLI says', 'agrees'))
  console.log(formatRow('---', '---', '---', '---'))
  const agreed: boolean[] = []
  for (const one of cases) {
    const run = await runVendorCli(entry, { ...simulator, apiKey: one.apiKey ?? simulator.apiKey }, one.args)
    const agrees = run.exitCode === one.exitCode && one.says.test(run.output)
    console.log(formatRow(one.name, String(run.exitCode), findLine(run, one.says), agrees ? 'yes' : 'NO'))
    agreed.push(agrees)
  }
  console.log('')
  return agreed
}

function findLine({ output }: CliRun, says: RegExp): string {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .map((line) => line.trim())
  return (lines.find((line) => says.test(line)) ?? lines.filter(Boolean).join(' / ')).slice(0, 90)
}

function formatRow(...[name, exit, says, agrees]: [string, string, string, string]): string {
  return `| ${name.padEnd(20)} | ${exit.padEnd(8)} | ${says.padEnd(90)} | ${agrees.padEnd(6)} |`
}
