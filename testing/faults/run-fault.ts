import { OUTPUT_NAMES } from '../../src/outputs/output-names.ts'
import { type RunOptions, type RunResult, startAction } from '../run-action.ts'
import { type FaultCase, SOON } from './fault-case.ts'
import { type SetStage, setStage } from './stage.ts'

/** What a fault did to the action. */
export interface FaultRun {
  name: string
  outcome: string
  code: number | null
  requests: number
  seconds: number
  /** What is not as expected, one sentence each; none when all is. */
  differences: string[]
}

/** Commands of the runner that the action uses. */
const COMMANDS = /^::(add-mask|debug|error|warning|notice|group|endgroup)( [^\r]*)?::/

/** Plays one fault on the action, in a process of its own, and compares. */
export async function runFault(one: FaultCase): Promise<FaultRun> {
  const stage = await setStage(one)
  try {
    const action = startAction(describeRun(one, stage))
    one.meanwhile?.(action, stage)
    const result = await action.done
    const run = {
      name: one.name,
      outcome: result.outputs['outcome'] ?? '–',
      code: result.code,
      requests: stage.countRequests(),
      seconds: result.tookMs / 1000,
    }
    return { ...run, differences: [...compare(one, run, result), ...findMisdeeds(one, stage, result)] }
  } finally {
    await stage.clear()
  }
}

/** The run of a case on its stage. */
export function describeRun(one: FaultCase, stage: SetStage): RunOptions {
  const { simulator, changes } = stage
  const chosen: Record<string, string> =
    one.starts === true
      ? { 'check-id': stage.checkIds.join(',') }
      : { 'check-session-id': stage.sessions.map((session) => session.id).join('\n') }
  return {
    ...changes,
    inputs: {
      'api-key': simulator.apiKey,
      'account-id': simulator.accountId,
      'api-url': simulator.url,
      timeout: one.expect.seconds === SOON ? '15' : '4',
      'max-wait-seconds': '1',
      ...chosen,
      ...one.inputs,
      ...changes.inputs,
    },
    env: { ...(stage.authority === '' ? {} : { NODE_EXTRA_CA_CERTS: stage.authority }), ...changes.env },
  }
}

function compare(
  { expect }: FaultCase,
  run: Pick<FaultRun, 'outcome' | 'code' | 'requests' | 'seconds'>,
  result: RunResult,
): string[] {
  const differences: string[] = []
  const check = (fine: boolean, sentence: string): void => void (fine || differences.push(sentence))
  const [leastRequests, mostRequests] = expect.requests
  const [leastSeconds, mostSeconds] = expect.seconds
  check(run.outcome === expect.outcome, `outcome ${run.outcome} instead of ${expect.outcome}`)
  check(run.code === expect.code, `exit code ${run.code} instead of ${expect.code}`)
  check(run.requests >= leastRequests, `${run.requests} requests, fewer than ${leastRequests}`)
  check(run.requests <= mostRequests, `${run.requests} requests, more than ${mostRequests}`)
  check(run.seconds >= leastSeconds, `${run.seconds.toFixed(1)} s, sooner than ${leastSeconds} s`)
  check(run.seconds <= mostSeconds, `${run.seconds.toFixed(1)} s, later than ${mostSeconds} s`)
  check(
    expect.says === undefined || expect.says.test(result.stdout),
    `the log does not say ${expect.says}: ${result.lines.slice(-3).join(' / ').slice(0, 600)}`,
  )
  return differences
}

/** What must never happen, whatever the fault is. */
function findMisdeeds(one: FaultCase, stage: SetStage, result: RunResult): string[] {
  const { outputs, stdout, stderr, lines } = result
  const misdeeds: string[] = []
  const check = (fine: boolean, sentence: string): void => void (fine || misdeeds.push(sentence))
  check(stderr === '', `standard error: ${stderr.slice(0, 300)}`)
  check(stage.bystander.log.entries.length === 0, 'something was sent to another host')
  const unmasked = lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
  const told = [unmasked, result.summary, ...Object.values(outputs)].join('\n')
  check(!hasPieceOf(stage.simulator.apiKey, told), 'a piece of the key is told')
  const odd = stdout.split(/[\r\n]/).find((line) => /^\s*::|##\[/.test(line) && !COMMANDS.test(line))
  check(odd === undefined, `a line is a command: ${odd?.slice(0, 200)}`)
  if (one.expect.outcome !== '–') {
    const missing = OUTPUT_NAMES.filter((name) => outputs[name] === undefined)
    check(missing.length === 0, `outputs that are not set: ${missing.join(', ')}`)
    check(outputs['passed'] === String(outputs['outcome'] === 'passed'), `passed is ${outputs['passed']}`)
  }
  return misdeeds
}

function hasPieceOf(secret: string, text: string): boolean {
  return Array.from({ length: secret.length - 7 }, (_, at) => secret.slice(at, at + 8)).some((piece) =>
    text.includes(piece),
  )
}
