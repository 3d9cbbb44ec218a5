import type { Contender, ContenderName } from './contenders.ts'
import { Figures, interleave } from './interleave.ts'
import { run } from './launch.ts'
import type { StandIn } from './stand-in.ts'

/** Times of runs that find their session finished, in ms. */
export interface StartTimes {
  /** From the start of the process to its first request's arrival at the stand-in. */
  firstRequest: Figures<ContenderName>
  exit: Figures<ContenderName>
}

/** Runs each contender so many times with one session that has finished already. */
export async function measureStart(
  standIn: StandIn,
  contenders: readonly Contender[],
  rounds: number,
): Promise<StartTimes> {
  const times: StartTimes = { firstRequest: new Figures(), exit: new Figures() }
  await interleave(contenders, rounds, async (contender, isWarmUp) => {
    await standIn.reset()
    const { startedAtMs, tookMs } = await run(await contender.prepare(standIn, [{ ended: true }]))
    if (isWarmUp) return
    const requests = await standIn.listRequests()
    const firstAtMs = Math.min(...requests.map((request) => request.arrivedAtMs))
    times.firstRequest.add(contender.name, firstAtMs - startedAtMs)
    times.exit.add(contender.name, tookMs)
  })
  return times
}
