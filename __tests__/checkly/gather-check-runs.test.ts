import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCheckSession } from '../../src/checkly/read-check-session.ts'
import { countResults } from '../../src/session/check-run.ts'
import type { Session } from '../../src/session/session.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const START_MS = Date.UTC(2026, 10, 23, 10)

interface Result {
  place: string
  /** ATTEMPT, FINAL, or null. */
  type: string | null
  failed: boolean
  /** In seconds from the start of the session; null when the API does not say. */
  from: number | null
  to: number | null
}

const TYPES: Record<string, string | null> = { A: 'ATTEMPT', F: 'FINAL', '-': null }

/** Reads `eu A failed 0-5`: an attempt in eu that failed and ran from second 0 to second 5; `?` is a missing time. */
function parseResult(text: string): Result {
  const [place = '', type = '', state, times = ''] = text.split(' ')
  const [from = null, to = null] = times.split('-').map((part) => (part === '?' ? null : Number(part)))
  return { place, type: TYPES[type] ?? null, failed: state === 'failed', from, to }
}

/** The session that the API would list these results of. Their ids are a, b, c, … in the order of the list. */
function read(places: readonly string[], results: readonly Result[], status: string): Session {
  const time = (seconds: number | null): string | null =>
    seconds === null ? null : new Date(START_MS + 1000 * seconds).toISOString()
  const body = {
    checkSessionId: ID,
    status,
    runLocations: places,
    results: results.map(({ place, type, failed, from, to }, index) => ({
      checkResultId: String.fromCharCode(97 + index),
      runLocation: place,
      resultType: type,
      hasFailures: failed,
      startedAt: time(from),
      stoppedAt: time(to),
    })),
  }
  const session = readCheckSession(body, ID)
  if (typeof session === 'string') throw new Error(session)
  return session
}

/** Each check run as `eu: a b passed`: where it was to run, its executions in order, and what it came to. */
function describeRuns({ runs }: Session): string[] {
  return runs.map(({ location, attempts, state }) =>
    [`${location}:`, ...attempts.map(({ id }) => id), state].join(' '),
  )
}

function gather(places: string, results: readonly string[], status = 'PASSED'): string[] {
  const listed = places === '' ? [] : places.split(' ')
  return describeRuns(read(listed, results.map(parseResult), status))
}

describe('each place is a check run of its own', () => {
  test.each<[string, string, string[], string[]]>([
    ['without retries', 'eu us', ['eu F passed 0-2', 'us F failed 0-3'], ['eu: a passed', 'us: b failed']],
    [
      'with retries in the same place',
      'eu us',
      ['eu A failed 0-2', 'us A failed 0-3', 'us F failed 8-9', 'eu F passed 7-9'],
      ['eu: a d passed', 'us: b c failed'],
    ],
    [
      'also where one began after the attempts of another that has its own final result',
      'eu us',
      ['eu A failed 0-1', 'us F passed 2-3', 'eu F passed 6-7'],
      ['eu: a c passed', 'us: b passed'],
    ],
    [
      'also where another has no final result, and this one began before its attempts were over',
      'eu us',
      ['eu A failed 0-5', 'us F passed 4-6'],
      ['eu: a missing', 'us: b passed'],
    ],
    [
      'also where both have none',
      'eu us',
      ['eu A failed 0-5', 'us A failed 0-6'],
      ['eu: a missing', 'us: b missing'],
    ],
    ['and missing where nothing ran', 'eu us', ['us F passed 0-1'], ['eu: missing', 'us: a passed']],
    [
      'also one that nobody asked for',
      'eu',
      ['eu F passed 0-1', 'us F failed 5-6'],
      ['eu: a passed', 'us: b failed'],
    ],
    [
      'also one that nobody asked for, with a retry that another could have waited for',
      'eu',
      ['eu A failed 0-4.5', 'us A failed 4-5', 'us F passed 6-7'],
      ['eu: a missing', 'us: b c passed'],
    ],
    [
      'whose second final result is kept where it ran, when nothing else wants it',
      'eu us',
      ['eu F passed 0-1', 'us F passed 0-1', 'us F failed 5-6'],
      ['eu: a passed', 'us: b c failed'],
    ],
    [
      'whose second final result is not the retry of a place that has its own',
      'eu us',
      ['eu A failed 0-2', 'eu F passed 8-10', 'us F passed 0-1', 'us F failed 4-5'],
      ['eu: a b passed', 'us: c d failed'],
    ],
    [
      'also one that nobody asked for, which was running when the retry of another began',
      'eu',
      ['eu A failed 0-5', 'eu F passed 10-12', 'us A failed 6-11'],
      ['eu: a b passed', 'us: c missing'],
    ],
    [
      'whose locations the API does not say',
      '',
      ['eu F passed 0-2', 'us A failed 0-3', 'us F passed 4-5'],
      ['eu: a passed', 'us: b c passed'],
    ],
  ])('%s', (_what, places, results, runs) => {
    expect(gather(places, results)).toEqual(runs)
  })
})

describe('a retry in another place belongs to the run that it goes on with', () => {
  test.each<[string, string, string[], string[]]>([
    ['a pair', 'eu', ['eu A failed 0-5', 'us F passed 6-7'], ['eu: a b passed']],
    ['a pair, listed from the last', 'eu', ['us F passed 6-7', 'eu A failed 0-5'], ['eu: b a passed']],
    ['a pair that failed', 'eu', ['eu A failed 0-5', 'us F failed 6-7'], ['eu: a b failed']],
    ['at the very moment', 'eu', ['eu A failed 0-5', 'us F passed 5-7'], ['eu: a b passed']],
    [
      'a pair whose places are both listed',
      'eu us',
      ['eu A failed 0-5', 'us F passed 6-7'],
      ['eu: a b passed'],
    ],
    [
      'a pair whose last place alone is listed',
      'us',
      ['eu A failed 0-5', 'us F passed 6-7'],
      ['eu: a b passed'],
    ],
    ['a pair without listed places', '', ['eu A failed 0-5', 'us F passed 6-7'], ['eu: a b passed']],
    [
      'a chain over three places',
      'eu',
      ['eu A failed 0-5', 'us A failed 6-9', 'ap F passed 10-12'],
      ['eu: a b c passed'],
    ],
    [
      'a chain over three places that are all listed',
      'eu us ap',
      ['ap F passed 10-12', 'us A failed 6-9', 'eu A failed 0-5'],
      ['eu: c b a passed'],
    ],
    [
      'a chain that comes back to where it began',
      'eu',
      ['eu A failed 0-5', 'us A failed 6-9', 'eu F passed 10-12'],
      ['eu: a b c passed'],
    ],
    [
      'a chain whose later attempts share a place',
      'eu',
      ['eu A failed 0-5', 'us A failed 6-9', 'us F passed 10-12'],
      ['eu: a b c passed'],
    ],
    [
      'into a place that has a final result of its own',
      'eu us',
      ['eu A failed 0-5', 'us F passed 0-2', 'us F failed 6-7'],
      ['eu: a c failed', 'us: b passed'],
    ],
    [
      'into a place whose own retry comes later still: each has one final result',
      'eu us',
      ['eu A failed 0-5', 'us A failed 0-2', 'us F passed 6-7', 'us F passed 8-10'],
      ['eu: a d passed', 'us: b c passed'],
    ],
    [
      'through a place that has a final result of its own',
      'eu us',
      ['eu A failed 0-5', 'us F passed 0-2', 'us A failed 6-9', 'ap F passed 10-12'],
      ['eu: a c d passed', 'us: b passed'],
    ],
    [
      'two, each into the place of the other',
      'eu us',
      ['eu A failed 0-5', 'us A failed 0-4', 'ap F passed 6-7', 'sa F failed 5.5-6'],
      ['eu: a c passed', 'us: b d failed'],
    ],
    [
      'two into the same third place: one final result each',
      'eu us',
      ['eu A failed 0-5', 'us A failed 0-3', 'ap F failed 4-5', 'ap F passed 6-7'],
      ['eu: a d passed', 'us: b c failed'],
    ],
    [
      'while a third place has nothing to do with it',
      'eu us ap',
      ['eu A failed 0-5', 'us F passed 0-9', 'ap A failed 0-2', 'ap F passed 4-9', 'us-2 F passed 6-7'],
      ['eu: a e passed', 'us: b passed', 'ap: c d passed'],
    ],
  ])('%s', (_what, places, results, runs) => {
    expect(gather(places, results)).toEqual(runs)
  })
})

describe('without times', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'only what ran where nothing was to run can be a retry',
      'eu',
      ['eu A failed ?-?', 'us F passed ?-?'],
      ['eu: a b passed'],
    ],
    ['only the start of the retry missing', 'eu', ['eu A failed 0-5', 'us F passed ?-7'], ['eu: a b passed']],
    ['only the end of the attempt missing', 'eu', ['eu A failed 0-?', 'us F passed 6-7'], ['eu: a b passed']],
    [
      'a place that was to run keeps what it has',
      'eu us',
      ['eu A failed ?-?', 'us F passed ?-?'],
      ['eu: a missing', 'us: b passed'],
    ],
    [
      'also a second final result',
      'eu us',
      ['eu A failed ?-?', 'us F passed 0-1', 'us F failed 6-7'],
      ['eu: a missing', 'us: b c failed'],
    ],
    [
      'nothing is joined when no place is listed either',
      '',
      ['eu A failed ?-?', 'us F passed ?-?'],
      ['eu: a missing', 'us: b passed'],
    ],
  ])('%s', (_what, places, results, runs) => {
    expect(gather(places, results)).toEqual(runs)
  })
})

test.each(['FAILED', 'DEGRADED', 'NEW'])('in a session that ended %s too', (status) => {
  expect(gather('eu', ['eu A failed 0-5', 'us F failed 6-7'], status)).toEqual(['eu: a b failed'])
})

test('a session that ran out of time has no final result to look for: each place keeps its own', () => {
  const results = ['eu A failed 0-5', 'us F passed 6-7']
  expect(gather('eu us', results, 'TIMED_OUT')).toEqual(['eu: a missing', 'us: b passed'])
})

describe('while a session runs', () => {
  test.each<[string, string, string[], string[]]>([
    [
      'each place keeps its own: more may come',
      'eu us',
      ['eu A failed 0-5', 'us F passed 6-7'],
      ['eu: a running', 'us: b passed'],
    ],
    [
      'a place where nothing has run yet is running',
      'eu us',
      ['us F passed 0-1'],
      ['eu: running', 'us: a passed'],
    ],
    [
      'a run that is under way, without a type and an end, has not come',
      'eu',
      ['eu - passed 0-?'],
      ['eu: running'],
    ],
    ['one without a type that has ended has', 'eu', ['eu - passed 0-5'], ['eu: a passed']],
  ])('%s', (_what, places, results, runs) => {
    expect(gather(places, results, 'PROGRESS')).toEqual(runs)
  })
})

describe('a result without a type', () => {
  test.each<[string, string[], string[]]>([
    ['is final where there is no other', ['eu - failed 0-5'], ['eu: a failed']],
    ['is final after an attempt', ['eu A failed 0-5', 'eu - passed 6-7'], ['eu: a b passed']],
    [
      'is an attempt beside a final one of its location',
      ['eu - failed 0-5', 'eu F passed 6-7'],
      ['eu: a b passed'],
    ],
    [
      'is final beside a final one of another location',
      ['eu F passed 0-5', 'us - failed 0-5'],
      ['eu: a passed', 'us: b failed'],
    ],
    ['that failed is not hidden by another', ['eu - failed 0-5', 'eu - passed 6-7'], ['eu: a b failed']],
  ])('%s', (_what, results, runs) => {
    expect(gather('eu', results)).toEqual(runs)
  })
})

const place = fc.constantFrom('eu', 'us', 'ap', 'sa')
const second = fc.option(fc.integer({ min: 0, max: 30 }), { nil: null, freq: 6 })
const anyResult: fc.Arbitrary<Result> = fc.record({
  place,
  type: fc.constantFrom('ATTEMPT', 'FINAL', 'FINAL', null),
  failed: fc.boolean(),
  from: second,
  to: second,
})
const anySession = fc.tuple(
  fc.uniqueArray(place),
  fc.array(anyResult, { maxLength: 12 }),
  fc.constantFrom('PASSED', 'FAILED', 'CANCELLED', 'TIMED_OUT', 'PROGRESS'),
)

describe('whatever the API lists', () => {
  test('no result is lost or counted twice', () => {
    let joined = 0
    fc.assert(
      fc.property(anySession, ([places, results, status]) => {
        const { runs } = read(places, results, status)
        const isDone = ({ type, to }: Result): boolean =>
          status !== 'PROGRESS' || type !== null || to !== null
        const expected = results.flatMap((result, index) =>
          isDone(result) ? String.fromCharCode(97 + index) : [],
        )
        const attempts = runs.flatMap((run) => run.attempts)
        expect(attempts.map(({ id }) => id).toSorted()).toEqual(expected)
        expect(countResults(runs).total).toBe(attempts.filter(({ isFinal }) => isFinal).length)
        if (runs.some((run) => run.attempts.some(({ location }) => location !== run.location))) joined += 1
      }),
      { numRuns: chooseRuns(2000) },
    )
    // The property says nothing unless some are joined.
    expect(joined).toBeGreaterThan(chooseRuns(100))
  })

  test('each place has one run at the most, and none is empty that nobody asked for', () => {
    fc.assert(
      fc.property(anySession, ([places, results, status]) => {
        const { runs } = read(places, results, status)
        const locations = runs.map(({ location }) => location)
        expect(new Set(locations).size).toBe(locations.length)
        for (const { location, attempts } of runs) {
          if (attempts.length === 0) expect(places).toContain(location)
        }
      }),
      { numRuns: chooseRuns(2000) },
    )
  })

  test('a failed final result is never behind one that passed', () => {
    fc.assert(
      fc.property(anySession, ([places, results, status]) => {
        for (const { attempts, state } of read(places, results, status).runs) {
          if (attempts.some((it) => it.isFinal && it.state === 'failed')) expect(state).toBe('failed')
        }
      }),
      { numRuns: chooseRuns(2000) },
    )
  })
})

/** A check that really ran in some places: the first attempts side by side, the retries one after the other. */
const history = fc.uniqueArray(place, { minLength: 1 }).chain((places) =>
  fc.tuple(
    fc.constant(places),
    fc.tuple(
      ...places.map(() =>
        fc.record({
          firstMs: fc.nat(900),
          retries: fc.array(
            fc.record({ pauseMs: fc.nat(5000), tookMs: fc.integer({ min: 1000, max: 9000 }), place }),
            { maxLength: 3 },
          ),
        }),
      ),
    ),
    fc.nat(places.length - 1),
    fc.infiniteStream(fc.nat()),
  ),
)

test.each([
  ['retries stay in their region', false],
  ['those of one place run anywhere', true],
])('however a check ran, each place gets its one final result when %s', (_when, goesAnywhere) => {
  fc.assert(
    fc.property(history, ([places, chains, wandering, order]) => {
      const results = chains.flatMap(({ firstMs, retries }, index) => {
        const home = places[index] ?? ''
        const isWandering = goesAnywhere && index === wandering
        // The first attempts overlap: none has ended before all have begun.
        let clockMs = firstMs + 1000 + index
        const first = { place: home, from: firstMs / 1000, to: clockMs / 1000 }
        const later = retries.map((retry) => {
          const fromMs = clockMs + retry.pauseMs
          clockMs = fromMs + retry.tookMs
          return { place: isWandering ? retry.place : home, from: fromMs / 1000, to: clockMs / 1000 }
        })
        return [first, ...later].map((it, attempt) => ({
          ...it,
          failed: attempt < retries.length,
          type: attempt < retries.length ? 'ATTEMPT' : 'FINAL',
        }))
      })
      const shuffled = results
        .map((result) => ({ result, rank: order.next().value ?? 0 }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ result }) => result)
      const { runs } = read(places, shuffled, 'PASSED')
      expect(runs.map(({ location, state }) => `${location} ${state}`)).toEqual(
        places.map((it) => `${it} passed`),
      )
      for (const { attempts } of runs) expect(attempts.filter(({ isFinal }) => isFinal)).toHaveLength(1)
      if (goesAnywhere) return
      for (const { attempts, location } of runs)
        expect(attempts.filter((it) => it.location !== location)).toEqual([])
    }),
    { numRuns: chooseRuns(2000) },
  )
})
