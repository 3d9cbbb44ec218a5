import type { SessionOptions } from '../../../simulator/build-session.ts'
import type { Contender, ContenderName } from '../../../testing/bench/contenders.ts'
import { Figures, interleave } from '../../../testing/bench/interleave.ts'
import { start } from '../../../testing/bench/launch.ts'
import type { StandIn } from '../../../testing/bench/stand-in.ts'

const SESSIONS = 100
/** The failing one is the 80th, and the others need this much longer; in ms. */
const FAILS_AFTER_MS = 3000
const OTHERS_MS = 20_000
const FAILING = 80

/** From the failure of one session to the exit, in ms, while 99 others run on. */
export async function measureFailFast(
  standIn: StandIn,
  contenders: readonly Contender[],
  rounds: number,
): Promise<Figures<ContenderName>> {
  const lag = new Figures<ContenderName>()
  await interleave(contenders, rounds, async (contender, isWarmUp) => {
    if (isWarmUp) return
    await standIn.reset()
    const { done } = start(await contender.prepare(standIn, createSessions()))
    const { exitedAtMs, code, output } = await done
    if (code === 0) throw new Error(`${contender.name} passed in spite of a failure:\n${output}`)
    const failed = (await standIn.listSessions()).find(({ status }) => status === 'FAILED')
    lag.add(contender.name, exitedAtMs - (await standIn.findEnd(failed?.checkSessionId ?? '')))
  })
  return lag
}

function createSessions(): SessionOptions[] {
  return Array.from({ length: SESSIONS }, (_, index) =>
    index + 1 === FAILING ? { durationMs: FAILS_AFTER_MS, status: 'FAILED' } : { durationMs: OTHERS_MS },
  )
}
