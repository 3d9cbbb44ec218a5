import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { DOCUMENTED_LIMIT } from '../../simulator/rate-limiter.ts'
import type { Contender } from '../../testing/bench/contenders.ts'
import { start } from '../../testing/bench/launch.ts'
import { type StandIn, startStandIn } from '../../testing/bench/stand-in.ts'

/** A run that has not ended after this is ended, in ms. */
const LONGEST_RUN_MS = 360_000
/** By this header, requests of the other client are told apart. */
const OTHER_CLIENT = 'another-client'

/** How a run against the enforced limit went. */
export interface LimitRun {
  /** From start to exit in ms. */
  tookMs: number
  code: number | null
  requests: number
  /** Answered 429, of `requests`. */
  refused: number
  /** Requests of the other client, and those of them that were refused. */
  others: number
  othersRefused: number
}

/**
 * Lets a contender await 1,000 sessions, which end one after the other over a minute, on a stand-in that enforces the
 * documented limit.
 * @param othersPerMinute - requests of another client, from a minute before until the end
 */
export async function measureLimit(contender: Contender, othersPerMinute: number): Promise<LimitRun> {
  const standIn = await startStandIn()
  await standIn.setRateLimit(DOCUMENTED_LIMIT)
  const stopOther = othersPerMinute === 0 ? null : startOtherClient(standIn, othersPerMinute / 60)
  try {
    if (stopOther !== null) await sleep(DOCUMENTED_LIMIT.windowMs)
    const order = Array.from({ length: 1000 }, (_, index) => ({ at: index + 1, place: Math.random() }))
    const shuffled = order.sort((a, b) => a.place - b.place).map(({ at }) => ({ durationMs: 60 * at }))
    const { child, done } = start(await contender.prepare(standIn, shuffled))
    const timer = setTimeout(() => child.kill('SIGTERM'), LONGEST_RUN_MS)
    const { tookMs, code } = await done
    clearTimeout(timer)
    const requests = await standIn.listRequests()
    const count = (isOther: boolean, status?: number): number =>
      requests.filter(
        (one) =>
          (one.headers['user-agent'] === OTHER_CLIENT) === isOther &&
          (status === undefined || one.status === status),
      ).length
    return {
      tookMs,
      code,
      requests: count(false),
      refused: count(false, 429),
      others: count(true),
      othersRefused: count(true, 429),
    }
  } finally {
    stopOther?.()
    await standIn.stop()
  }
}

/** Uses the account's limit as another job does: one request after the other at a steady rate, whatever is answered. */
function startOtherClient(standIn: StandIn, perSecond: number): () => void {
  const agent = new Agent({ keepAlive: true })
  const headers = {
    authorization: `Bearer ${standIn.apiKey}`,
    'x-checkly-account': standIn.accountId,
    'user-agent': OTHER_CLIENT,
  }
  const timer = setInterval(() => {
    const request = get(`${standIn.url}/next/accounts`, { agent, headers }, (response) => response.resume())
    request.on('error', () => {})
  }, 1000 / perSecond)
  return () => {
    clearInterval(timer)
    agent.destroy()
  }
}
