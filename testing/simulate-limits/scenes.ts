import type { LimitShape } from './limit-shapes.ts'
import type { Scene } from './simulate.ts'

/** A scene with what must come of it, whatever is left to chance; all jobs must see every end. */
export interface BoundedScene extends Scene {
  /** The most that the last job may be late, in seconds. */
  mostLag: number
  /** The most requests that may be refused, of all. */
  mostRefused: number
}

type Times = Pick<Scene, 'endsFrom' | 'endsTo' | 'timeout'>

/** 600 in 60 s is the documented limit. */
const DOCUMENTED = { requests: 600, windowMs: 60_000 }
const SMALL = { requests: 100, windowMs: 10_000 }
const TENTH = { requests: 60, windowMs: 60_000 }

const OVER_20: Times = { endsFrom: 0, endsTo: 20, timeout: 120 }
const OVER_60: Times = { endsFrom: 0, endsTo: 60, timeout: 600 }
const LATE: Times = { endsFrom: 20, endsTo: 100, timeout: 115 }
const ENDED: Times = { endsFrom: 0, endsTo: 0, timeout: 120 }
const LONG: Times = { endsFrom: 0, endsTo: 60, timeout: 3600 }

/** Scenes that are short enough for a test. */
export const BOUNDED_SCENES: readonly BoundedScene[] = [
  { ...describe('fixed', SMALL, 'exact'), jobs: 1, sessions: 300, ...OVER_20, mostLag: 10, mostRefused: 0.3 },
  {
    ...describe('sliding', SMALL, 'exact'),
    jobs: 1,
    sessions: 300,
    ...OVER_20,
    mostLag: 10,
    mostRefused: 0.3,
  },
  { ...describe('fixed', SMALL, 'none'), jobs: 1, sessions: 300, ...OVER_20, mostLag: 25, mostRefused: 0.3 },
  {
    ...describe('sliding', SMALL, 'none'),
    jobs: 1,
    sessions: 300,
    ...OVER_20,
    mostLag: 25,
    mostRefused: 0.3,
  },
  {
    ...describe('bucket', { requests: 10, windowMs: 1000 }, 'exact'),
    jobs: 1,
    sessions: 200,
    ...OVER_20,
    mostLag: 5,
    mostRefused: 0.25,
  },
  {
    ...describe('bucket', { requests: 10, windowMs: 1000, burst: 1 }, 'none'),
    jobs: 1,
    sessions: 200,
    ...OVER_20,
    mostLag: 25,
    mostRefused: 0.3,
  },
  {
    ...describe('random', { requests: 10, windowMs: 0 }, 1),
    jobs: 1,
    sessions: 170,
    ...OVER_60,
    // No lag as a rule; one run in some hundreds meets refusals in a row at the very end.
    mostLag: 30,
    mostRefused: 0.25,
  },
  {
    ...describe('sliding', DOCUMENTED, 'exact'),
    jobs: 10,
    sessions: 50,
    ...LATE,
    mostLag: 15,
    mostRefused: 0.3,
  },
  {
    ...describe('sliding', TENTH, 'exact'),
    jobs: 1,
    sessions: 150,
    ...OVER_60,
    mostLag: 150,
    mostRefused: 0.3,
  },
  {
    name: 'no limit, 500s for 12 s',
    limit: null,
    jobs: 1,
    sessions: 150,
    ...ENDED,
    outage: { fromMs: 0, toMs: 12_000, kind: '500' },
    mostLag: 18,
    mostRefused: 0,
  },
]

/** Scenes that only the table has. */
const OTHER_SCENES: readonly Scene[] = [
  { name: 'no limit', limit: null, jobs: 1, sessions: 500, ...OVER_20 },
  { ...describe('sliding', DOCUMENTED, 'exact'), jobs: 1, sessions: 1000, ...OVER_60 },
  {
    ...describe('sliding', DOCUMENTED, 'exact'),
    jobs: 1,
    sessions: 400,
    endsFrom: 0,
    endsTo: 300,
    timeout: 600,
  },
  {
    ...describe('sliding', DOCUMENTED, 'exact'),
    name: 'sliding 600 in 60 s, half of it used by others',
    jobs: 1,
    sessions: 1000,
    ...OVER_60,
    others: 5,
  },
  { ...describe('fixed', DOCUMENTED, 'none'), jobs: 10, sessions: 50, ...LATE, timeout: 300 },
  { ...describe('bucket', DOCUMENTED, 'exact'), jobs: 10, sessions: 50, ...LATE },
  { ...describe('fixed', DOCUMENTED, 1), jobs: 10, sessions: 100, ...OVER_60 },
  { ...describe('fixed', DOCUMENTED, 60), jobs: 10, sessions: 100, ...OVER_60 },
  { ...describe('fixed', TENTH, 'none'), jobs: 1, sessions: 300, ...OVER_60 },
  { ...describe('bucket', { requests: 1, windowMs: 1000 }, 'exact'), jobs: 1, sessions: 300, ...OVER_60 },
  { ...describe('sliding', { ...TENTH, countsRefused: true }, 'none'), jobs: 1, sessions: 100, ...OVER_60 },
  {
    ...describe('random', { requests: 10, windowMs: 0 }, 'none'),
    jobs: 1,
    sessions: 500,
    endsFrom: 0,
    endsTo: 300,
    timeout: 600,
  },
  { ...describe('random', { requests: 3, windowMs: 0 }, 1), jobs: 1, sessions: 170, ...OVER_60 },
  {
    name: 'no limit, refused connections for 12 s',
    limit: null,
    jobs: 1,
    sessions: 450,
    ...ENDED,
    outage: { fromMs: 0, toMs: 12_000, kind: 'refused' },
  },
  {
    ...describe('sliding', DOCUMENTED, 'exact'),
    name: 'sliding 600 in 60 s; 500s from 10 to 40 s',
    jobs: 1,
    sessions: 150,
    ...OVER_60,
    outage: { fromMs: 10_000, toMs: 40_000, kind: '500' },
  },
  {
    name: 'no limit; a gateway cuts each poll off after 5 s',
    limit: null,
    jobs: 1,
    sessions: 150,
    ...OVER_60,
    outage: { fromMs: 0, toMs: 600_000, kind: 'cut' },
  },
  { ...describe('sliding', DOCUMENTED, 'exact'), jobs: 100, sessions: 10, ...LONG },
  { ...describe('sliding', DOCUMENTED, 'exact'), jobs: 100, sessions: 100, ...LONG },
  { ...describe('fixed', DOCUMENTED, 'exact'), jobs: 100, sessions: 100, ...LONG, startsOver: 60 },
  { ...describe('bucket', DOCUMENTED, 'exact'), jobs: 100, sessions: 100, ...LONG },
  { ...describe('sliding', DOCUMENTED, 'none'), jobs: 100, sessions: 100, ...LONG },
]

/** All scenes of the table. */
export const SCENES: readonly Scene[] = [...BOUNDED_SCENES, ...OTHER_SCENES]

/** A limit, with a name that says what it is. */
function describe(
  kind: LimitShape['kind'],
  rest: Omit<LimitShape, 'kind' | 'retryAfter'>,
  retryAfter: LimitShape['retryAfter'],
): Pick<Scene, 'name' | 'limit'> {
  const { requests, windowMs, burst, countsRefused } = rest
  const size =
    kind === 'random' ? `one in ${requests} refused at random` : `${kind} ${requests} in ${windowMs / 1000} s`
  const extra = burst === undefined ? '' : `, ${burst} saved up`
  const counts = countsRefused === true ? ', refused ones count' : ''
  const told =
    { exact: '', none: '; no `Retry-After`' }[String(retryAfter)] ?? `; always \`Retry-After: ${retryAfter}\``
  return { name: `${size}${extra}${counts}${told}`, limit: { kind, ...rest, retryAfter } }
}
