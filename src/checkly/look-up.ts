import { limitTime, monotonicClock, sleepWithTimer, type TimeLimit } from '../time/clock.ts'
import type { ApiCall, ApiCaller } from './api-caller.ts'
import { askUntilAnswered } from './ask-until-answered.ts'
import { prepareRead } from './sessions-api.ts'

/** 60 s: how long it is tried at most. An outage is over by then, or nobody should wait for its end. */
const LONGEST_MS = 60_000

/**
 * Looks something up that decides how the step goes on. What may be better next time is asked again, with growing
 * pauses, until the time limit ends, or a minute has gone by.
 * @returns what was read, and the moment at which the server answered (epoch ms, null when it did not say); null when
 *   it was refused, or could not be read in time
 */
export async function lookUp<T>(
  api: ApiCaller,
  path: string,
  limit: TimeLimit,
  decode: ApiCall<T>['decode'],
): Promise<{ value: T; serverTimeMs: number | null } | null> {
  const minute = limitTime(monotonicClock, LONGEST_MS, limit.signal)
  const within = { signal: minute.signal, endsAt: Math.min(minute.endsAt, limit.endsAt) }
  let serverTimeMs: number | null = null
  const asked = await askUntilAnswered({
    ask: async () => {
      const called = await api.call(prepareRead('lookup', path, within, decode))
      serverTimeMs = called.serverTimeMs
      return called.answer
    },
    timing: { clock: monotonicClock, sleep: sleepWithTimer },
    random: Math.random,
    limit: within,
    looksOnceMore: true,
    onEvent: () => {},
  })
  return asked.kind === 'completed' ? { value: asked.value, serverTimeMs } : null
}
