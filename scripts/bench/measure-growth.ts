import type { Contender, ContenderName } from '../../testing/bench/contenders.ts'
import { Figures, interleave } from '../../testing/bench/interleave.ts'
import { PROBE, run, type Usage } from '../../testing/bench/launch.ts'
import type { StandIn } from '../../testing/bench/stand-in.ts'
import { findMedian } from '../../testing/bench/statistics.ts'

/** Medians of runs with so many sessions that had ended already. */
export interface GrowthPoint {
  count: number
  tookMs: number
  peakBytes: number
  requests: number
}

/** Measures what a growing number of sessions costs; the sessions have ended, so that nothing but work counts. */
export async function measureGrowth(
  standIn: StandIn,
  contenders: readonly Contender[],
  counts: readonly number[],
  rounds: number,
): Promise<Map<ContenderName, GrowthPoint[]>> {
  const points = new Map<ContenderName, GrowthPoint[]>(contenders.map(({ name }) => [name, []]))
  for (const count of counts) {
    const took = new Figures<ContenderName>()
    const peak = new Figures<ContenderName>()
    const requests = new Figures<ContenderName>()
    await interleave(contenders, rounds, async (contender, isWarmUp) => {
      await standIn.reset()
      const sessions = Array.from({ length: count }, () => ({ ended: true }))
      const { tookMs, report } = await run(await contender.prepare(standIn, sessions), PROBE)
      if (isWarmUp) return
      took.add(contender.name, tookMs)
      peak.add(contender.name, (report as Usage).peakBytes)
      requests.add(contender.name, (await standIn.listRequests()).length)
    })
    for (const { name } of contenders) {
      points.get(name)?.push({
        count,
        tookMs: findMedian(took.get(name)),
        peakBytes: findMedian(peak.get(name)),
        requests: findMedian(requests.get(name)),
      })
    }
  }
  return points
}
