import type { SessionOptions } from '../../simulator/build-session.ts'
import type { Contender, ContenderName } from './contenders.ts'
import { Figures, interleave } from './interleave.ts'
import { PROBE, run, type Usage } from './launch.ts'
import type { StandIn } from './stand-in.ts'

/** Sessions that end at random moments, some time after they were started; both in ms. */
export interface RandomEnds {
  count: number
  fromMs: number
  toMs: number
}

/** What runs with sessions that end meanwhile came to. */
export interface WaitFigures {
  /** From the end of the last session to the exit of the process, in ms. */
  lagMs: Figures<ContenderName>
  /** Peak resident memory. */
  peakBytes: Figures<ContenderName>
}

/** Sessions that end at random moments, the last of them at the latest moment. */
function createRandomEnds({ count, fromMs, toMs }: RandomEnds): SessionOptions[] {
  return Array.from({ length: count }, (_, index) => ({
    durationMs: index === 0 && count > 1 ? toMs : Math.round(fromMs + Math.random() * (toMs - fromMs)),
  }))
}

/**
 * Measures how late each contender notices the end, and the memory that it takes.
 * @param withMemory - loads a probe for it into Node; without it nothing is loaded, and no memory measured
 */
export async function measureLag(
  standIn: StandIn,
  contenders: readonly Contender[],
  rounds: number,
  ends: RandomEnds,
  withMemory: boolean,
): Promise<WaitFigures> {
  const figures: WaitFigures = { lagMs: new Figures(), peakBytes: new Figures() }
  await interleave(contenders, rounds, async (contender, isWarmUp) => {
    await standIn.reset()
    const launch = await contender.prepare(standIn, createRandomEnds(ends))
    const { exitedAtMs, report } = await run(launch, withMemory ? PROBE : undefined)
    if (isWarmUp) return
    figures.lagMs.add(contender.name, exitedAtMs - (await standIn.findLastEnd()))
    if (report !== null) figures.peakBytes.add(contender.name, (report as Usage).peakBytes)
  })
  return figures
}
