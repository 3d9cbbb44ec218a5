import { awaitSessions } from '../../src/awaiting/await-sessions.ts'
import { SessionBoard } from '../../src/awaiting/session-board.ts'
import type { ApiCall } from '../../src/checkly/api-caller.ts'
import { limitRate } from '../../src/checkly/rate-limit/limit-rate.ts'
import { RateLimiter } from '../../src/checkly/rate-limit/rate-limiter.ts'
import type { Session } from '../../src/session/session.ts'
import type { LimitShape } from './limit-shapes.ts'
import { createRandom } from './random.ts'
import { VirtualClock } from './virtual-clock.ts'
import { type Counts, type Outage, VirtualServer } from './virtual-server.ts'

/** Jobs side by side on one account. Times in seconds from the start of the first job. */
export interface Scene {
  name: string
  limit: LimitShape | null
  jobs: number
  /** Of each job. */
  sessions: number
  /** When sessions end, spread evenly from the first to the last. */
  endsFrom: number
  endsTo: number
  /** Of each job. */
  timeout: number
  /** The jobs start one after the other within so many seconds; 0 where it is left out. */
  startsOver?: number
  maxWaitSeconds?: number
  outage?: Outage
  /** Requests a second that somebody else sends to the account, from a minute before on; none where it is left out. */
  others?: number
}

/** When the jobs begin, where others were there before, in ms. */
const BEFORE_MS = 60_000

/** What became of one job. */
export interface JobFigures {
  /** Whether the end of every session was seen before the deadline. */
  isGreen: boolean
  /** From the last end of a session, or the start of the job when that was later, to the end of the job; in ms. */
  lagMs: number
  /** From the start of the job to its end, in ms. */
  tookMs: number
  counts: Counts
}

/** Plays a scene with the limiter and the awaiting of the action. The same seed gives the same figures. */
export async function simulate(scene: Scene, seed = 1): Promise<JobFigures[]> {
  const clock = new VirtualClock()
  const random = createRandom(seed)
  const server = new VirtualServer(clock, random, scene.limit, scene.outage ?? null)
  const never = new AbortController().signal
  const beginsAt = scene.others === undefined ? 0 : BEFORE_MS
  const stopOthers = new AbortController()
  if (scene.others !== undefined) void server.sendOthers(scene.others, stopOthers.signal)
  const jobs = Array.from({ length: scene.jobs }, (_, index) => playJob(index))
  const figures = await clock.runUntil(Promise.all(jobs))
  stopOthers.abort()
  return figures

  async function playJob(index: number): Promise<JobFigures> {
    const startsAt = beginsAt + ((scene.startsOver ?? 0) * 1000 * index) / scene.jobs
    if (startsAt > 0) await clock.sleep(startsAt, never)
    const ids = Array.from({ length: scene.sessions }, (_, session) => `${index}-${session}`)
    const ends = new Map(
      planEnds(scene, random).map((endsAt, session) => [ids[session] ?? '', beginsAt + endsAt]),
    )
    const endOf = (id: string): number => ends.get(id) ?? 0
    const counts: Counts = { requests: 0, refused: 0, failed: 0, polls: 0, snapshots: 0 }
    const api = limitRate(server.connect(endOf, counts), new RateLimiter(clock, random))
    const board = new SessionBoard()
    for (const id of ids) board.add(id, null)
    const deadline = startsAt + scene.timeout * 1000
    await awaitSessions(
      board,
      {
        poll: async (id, waitSeconds, limit) => {
          const prepare = () => ({ path: id, overallMs: 0, waitMs: waitSeconds() * 1000 })
          return (
            await api.call({ purpose: 'poll', limit, prepare, decode: (hasEnded) => toSession(id, hasEnded) })
          ).answer
        },
        read: async (id, limit) => {
          const call: ApiCall<Session> = {
            purpose: 'snapshot',
            limit,
            prepare: () => ({ path: id, overallMs: 0 }),
            decode: (hasEnded) => toSession(id, hasEnded),
          }
          return (await api.call(call)).answer
        },
      },
      {
        timing: clock,
        random,
        deadline,
        signal: never,
        maxWaitSeconds: scene.maxWaitSeconds ?? 30,
        snapshotsDecide: false,
        haveManyChecks: false,
        failureDecides: true,
        endsWait: () => false,
      },
      { onEvent: () => {}, onSettled: () => {}, onSnapshot: () => {} },
    )
    const isGreen = board.list().every(({ wait }) => wait === 'ended')
    const lastEndAt = Math.max(startsAt, ...ends.values())
    return { isGreen, lagMs: clock.now() - lastEndAt, tookMs: clock.now() - startsAt, counts }
  }
}

/** When the sessions of a job end, in ms, in any order. */
function planEnds({ sessions, endsFrom, endsTo }: Scene, random: () => number): number[] {
  const ends = Array.from({ length: sessions }, (_, index) => {
    const share = sessions === 1 ? 1 : index / (sessions - 1)
    return { endsAt: 1000 * (endsFrom + (endsTo - endsFrom) * share), order: random() }
  })
  return ends.sort((a, b) => a.order - b.order).map(({ endsAt }) => endsAt)
}

function toSession(id: string, hasEnded: unknown): Session {
  return {
    kind: 'check',
    id,
    name: id,
    link: '',
    check: null,
    status: hasEnded === true ? 'PASSED' : 'STARTED',
    isOver: hasEnded === true,
    owes: '',
    runs: [],
    source: null,
    startedAtMs: null,
    stoppedAtMs: null,
    elapsedMs: null,
    raw: {},
  }
}
