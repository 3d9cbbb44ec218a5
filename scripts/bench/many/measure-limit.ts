import { setTimeout as sleep } from 'node:timers/promises'
import type { SessionOptions } from '../../../simulator/build-session.ts'
import { DOCUMENTED_LIMIT } from '../../../simulator/rate-limiter.ts'
import type { Contender } from '../../../testing/bench/contenders.ts'
import { start } from '../../../testing/bench/launch.ts'
import { startStandIn } from '../../../testing/bench/stand-in.ts'
import { OTHER_CLIENT, startOtherClient } from './other-client.ts'

/** 1,000 sessions that end one after the other over a minute. */
const SESSIONS = 1000
const ENDS_OVER_MS = 60_000

/** A run that has not ended after this is ended, in ms. */
const LONGEST_RUN_MS = 360_000

/** How a run against the enforced limit went. */
export interface LimitRun {
  /** From start to exit in ms; null when it was ended because it took too long. */
  tookMs: number | null
  code: number | null
  requests: number
  /** Answered 429, of `requests`. */
  refused: number
  /** Requests of the other client, and those of them that were refused. */
  others: number
  othersRefused: number
  /** What it said last. */
  lastLine: string
}

/**
 * Lets a contender await 1,000 sessions on a stand-in that enforces the documented limit.
 * @param othersPerMinute - requests of another client, from a minute before until the end
 */
export async function measureLimit(contender: Contender, othersPerMinute: number): Promise<LimitRun> {
  const standIn = await startStandIn()
  await standIn.setRateLimit(DOCUMENTED_LIMIT)
  const stopOther = othersPerMinute === 0 ? null : startOtherClient(standIn, othersPerMinute / 60)
  try {
    if (stopOther !== null) await sleep(DOCUMENTED_LIMIT.windowMs)
    const { child, done } = start(await contender.prepare(standIn, createShuffledEnds()))
    let ended = false
    const timer = setTimeout(() => {
      ended = true
      child.kill('SIGTERM')
    }, LONGEST_RUN_MS)
    const { tookMs, code, output } = await done
    clearTimeout(timer)
    const requests = await standIn.listRequests()
    const own = requests.filter(({ headers }) => headers['user-agent'] !== OTHER_CLIENT)
    const others = requests.filter(({ headers }) => headers['user-agent'] === OTHER_CLIENT)
    return {
      tookMs: ended ? null : tookMs,
      code,
      requests: own.length,
      refused: own.filter(({ status }) => status === 429).length,
      others: others.length,
      othersRefused: others.filter(({ status }) => status === 429).length,
      lastLine: output.trim().split('\n').at(-1) ?? '',
    }
  } finally {
    stopOther?.()
    await standIn.stop()
  }
}

function createShuffledEnds(): SessionOptions[] {
  const sessions = Array.from({ length: SESSIONS }, (_, index) => ({
    durationMs: Math.round(((index + 1) / SESSIONS) * ENDS_OVER_MS),
    order: Math.random(),
  }))
  return sessions.sort((a, b) => a.order - b.order).map(({ durationMs }) => ({ durationMs }))
}

/**
 * The least time in ms that a client could need that knew which session ends when: it asks for those that
 * end next, and has the window's share of requests anew each window.
 * @param share - requests that the others leave in a window
 */
export function computeLeastMs(share: number): number {
  const windows = Math.floor((SESSIONS - 1) / share)
  return Math.max(ENDS_OVER_MS, windows * DOCUMENTED_LIMIT.windowMs)
}

/** The least time in ms at the rate that the limit sustains, one request a session. */
export function computeSustainedMs(share: number): number {
  return (SESSIONS / share) * DOCUMENTED_LIMIT.windowMs
}
