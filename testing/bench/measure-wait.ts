import { setTimeout as sleep } from 'node:timers/promises'
import type { Contender, ContenderName } from './contenders.ts'
import { PROBE, start, type Usage } from './launch.ts'
import { readTreeUsage } from './process-tree.ts'
import { startStandIn } from './stand-in.ts'

/** What one long wait took. */
export interface WaitCost {
  /** Completion requests in a minute: those of the whole minutes, divided by them. */
  completionsPerMinute: number
  /** The same of snapshots. */
  snapshotsPerMinute: number
  /** CPU time from start to exit in ms, had the wait been ten minutes; null when it cannot be known here. */
  cpuMsForTenMinutes: number | null
  /** From the end of the session to the exit of the process, in ms. */
  lagMs: number
}

/** Waiting has settled after this, and is still undisturbed this long before its end, in ms. */
const MARGIN_MS = 5000
const TEN_MINUTES_MS = 600_000

/**
 * Lets each contender await a session of so many ms, all at the same time and beside anything else: a
 * process that waits is idle. Each has a stand-in of its own, which tells whose requests they are.
 */
export async function measureWait(
  contenders: readonly Contender[],
  durationMs: number,
): Promise<Map<ContenderName, WaitCost>> {
  const costs = contenders.map(async (contender) => {
    return [contender.name, await measureOne(contender, durationMs)] as const
  })
  return new Map(await Promise.all(costs))
}

async function measureOne(contender: Contender, durationMs: number): Promise<WaitCost> {
  const standIn = await startStandIn()
  try {
    const launch = await contender.prepare(standIn, [{ durationMs }])
    const isNode = launch.command === process.execPath
    const { child, done } = start(launch, isNode ? PROBE : undefined)
    const sampling = isNode ? null : sampleCpu(child.pid ?? 0, durationMs)
    const run = await done
    if (run.code !== 0) throw new Error(`${contender.name} ended with ${run.code}:\n${run.output}`)
    const requests = await standIn.listRequests()
    const firstAtMs = requests.find(({ route }) => route === 'completion')?.arrivedAtMs ?? 0
    const minutes = Math.max(1, Math.floor(durationMs / 60_000))
    const countPerMinute = (route: string): number => {
      const untilMs = firstAtMs + minutes * 60_000
      return requests.filter((one) => one.route === route && one.arrivedAtMs < untilMs).length / minutes
    }
    return {
      completionsPerMinute: countPerMinute('completion'),
      snapshotsPerMinute: countPerMinute('snapshot'),
      cpuMsForTenMinutes: scaleCpu(sampling === null ? (run.report as Usage) : await sampling, durationMs),
      lagMs: run.exitedAtMs - (await standIn.findLastEnd()),
    }
  } finally {
    await standIn.stop()
  }
}

/** Adds what the minutes that were not waited would have taken, at the rate between the first and last sample. */
function scaleCpu({ cpuMs, samples }: Pick<Usage, 'cpuMs' | 'samples'>, durationMs: number): number | null {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || last[0] <= first[0]) return null
  const rate = (last[1] - first[1]) / (last[0] - first[0])
  return cpuMs + rate * (TEN_MINUTES_MS - durationMs)
}

/** Samples a process without Node from outside. */
async function sampleCpu(pid: number, durationMs: number): Promise<Pick<Usage, 'cpuMs' | 'samples'>> {
  const samples: Usage['samples'] = []
  const sample = (atMs: number): void => {
    const usage = readTreeUsage(pid)
    if (usage !== null) samples.push([atMs, usage.cpuMs])
  }
  await sleep(MARGIN_MS)
  sample(MARGIN_MS)
  await sleep(durationMs - 2 * MARGIN_MS)
  sample(durationMs - MARGIN_MS)
  return { cpuMs: samples.at(-1)?.[1] ?? Number.NaN, samples }
}
