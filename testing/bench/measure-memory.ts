import { setTimeout as sleep } from 'node:timers/promises'
import type { Contender, ContenderName } from './contenders.ts'
import { Figures, interleave } from './interleave.ts'
import { PROBE, run, start, type Usage } from './launch.ts'
import { readTreeUsage } from './process-tree.ts'
import type { StandIn } from './stand-in.ts'

/** How long the session lasts, and when a process without Node is looked at: it has only to wait then. In ms. */
const SESSION_MS = 600
const LOOK_AFTER_MS = 400

/** Measures the peak memory of each contender with one session, in bytes. */
export async function measureMemory(
  standIn: StandIn,
  contenders: readonly Contender[],
  rounds: number,
): Promise<Figures<ContenderName>> {
  const peaks = new Figures<ContenderName>()
  await interleave(contenders, rounds, async (contender, isWarmUp) => {
    await standIn.reset()
    const launch = await contender.prepare(standIn, [{ durationMs: SESSION_MS }])
    let peakBytes: number
    if (launch.command === process.execPath) {
      peakBytes = ((await run(launch, PROBE)).report as Usage).peakBytes
    } else {
      const { child, done } = start(launch)
      await sleep(LOOK_AFTER_MS)
      peakBytes = readTreeUsage(child.pid ?? 0)?.peakBytes ?? Number.NaN
      await done
    }
    if (!isWarmUp) peaks.add(contender.name, peakBytes)
  })
  return peaks
}
