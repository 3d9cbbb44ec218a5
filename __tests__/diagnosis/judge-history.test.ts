import { describe, expect, test } from 'vitest'
import type { PastResult } from '../../src/checkly/check-history.ts'
import { describeAside, describeHistory } from '../../src/diagnosis/describe-history.ts'
import { findNew } from '../../src/diagnosis/failure-knowledge.ts'
import {
  judgeErrorHistory,
  judgeRunHistory,
  judgeTarget,
  keepEarlier,
} from '../../src/diagnosis/judge-history.ts'
import type { RunHistory } from '../../src/diagnosis/run-history.ts'
import { joinFilled } from '../../src/text/words.ts'
import { buildRun } from '../../testing/build-session.ts'

const MINUTE = 60_000
const NOW = Date.UTC(2026, 10, 23, 12)
const STATES = { P: 'passed', D: 'degraded', F: 'failed', C: 'cancelled' } as const

/**
 * Results of a check, the newest first, ten minutes apart; the newest ended 4 minutes before the run. A letter is a
 * result in eu-west-1; in another place it stands behind its name: `PF us:F`.
 */
function past(letters: string, location = 'eu-west-1'): PastResult[] {
  return letters.split('').map((letter, index) => {
    const endedAtMs = NOW - (4 + 10 * index) * MINUTE
    const state = STATES[letter as keyof typeof STATES]
    return { id: `${location} ${index}`, location, state, startedAtMs: endedAtMs - 5000, endedAtMs }
  })
}

function tell(history: RunHistory): string {
  return joinFilled([describeHistory(history, NOW), describeAside(history, NOW)], '; ')
}

interface Asked {
  badness?: 'failed' | 'degraded'
  places?: string[]
  momentMs?: number
  ownIds?: string[]
}

/** What is said of a run that did not pass in eu-west-1. */
function judge(results: PastResult[], asked: Asked = {}) {
  const { badness = 'failed', places = ['eu-west-1'], momentMs = NOW, ownIds = [] } = asked
  const run = { location: 'eu-west-1', badness, startedAtMs: NOW + 1000 }
  return judgeRunHistory(run, keepEarlier(results, momentMs, new Set(ownIds)), places)
}

const say = (...args: Parameters<typeof judge>): [boolean | null, string] => {
  const history = judge(...args)
  return [history.isNew, tell(history)]
}

describe('a run that failed', () => {
  test.each<[string, boolean | null, string]>([
    ['P', true, 'passed 4 minutes before this run'],
    ['PPP', true, 'passed 4 minutes before this run'],
    ['PFPFP', true, 'passed 4 minutes before this run; 2 of 5 results before were as bad'],
    ['D', true, 'was degraded, not failing, 4 minutes before this run'],
    ['F', false, 'failing since 23 November 11:55 UTC, at least 1 result'],
    ['FFF', false, 'failing since 23 November 11:35 UTC, at least 3 results'],
    ['FFPF', false, 'failing since 23 November 11:45 UTC, 2 results'],
    ['FFD', false, 'failing since 23 November 11:45 UTC, 2 results'],
    ['', null, 'no earlier result in the same location'],
    // Somebody cancelled them: they tell nothing.
    ['CCP', true, 'passed 24 minutes before this run'],
    ['CFCF', false, 'failing since 23 November 11:25 UTC, at least 2 results'],
    ['CC', null, 'no earlier result in the same location'],
  ])('after %j, the newest first: new is %s, %s', (letters, isNew, words) => {
    expect(say(past(letters))).toStrictEqual([isNew, words])
  })

  test('is judged by time, whatever the order of the results', () => {
    expect(say(past('FFP').toReversed())).toStrictEqual(say(past('FFP')))
  })

  test('and ran in a place of which nothing is known is not known', () => {
    expect(say(past('FFF', 'us-east-1'), { places: ['eu-west-1', 'us-east-1'] })).toStrictEqual([
      null,
      'no earlier result in the same location',
    ])
  })

  test('is new where it passed before, though it was failing elsewhere', () => {
    const results = [...past('PP'), ...past('FFF', 'us-east-1')]
    expect(judge(results, { places: ['eu-west-1', 'us-east-1'] }).isNew).toBe(true)
  })

  test('is known where it was failing, though it passed elsewhere', () => {
    const results = [...past('FF'), ...past('PPP', 'us-east-1')]
    expect(judge(results, { places: ['eu-west-1', 'us-east-1'] }).isNew).toBe(false)
  })

  test('in a private location is judged by the results of that location', () => {
    const run = { location: 'cellar', badness: 'failed', startedAtMs: NOW } as const
    const results = keepEarlier([...past('F', 'cellar'), ...past('P')], NOW, new Set())
    expect(judgeRunHistory(run, results, ['cellar', 'eu-west-1']).isNew).toBe(false)
  })
})

describe('a run that is degraded, which is not let through', () => {
  test.each<[string, boolean | null, string]>([
    ['P', true, 'passed 4 minutes before this run'],
    ['DD', false, 'degraded since 23 November 11:45 UTC, at least 2 results'],
    ['FFP', false, 'failing since 23 November 11:45 UTC, 2 results'],
    ['DFP', false, 'failing or degraded since 23 November 11:45 UTC, 2 results'],
  ])('after %j: new is %s, %s', (letters, isNew, words) => {
    expect(say(past(letters), { badness: 'degraded' })).toStrictEqual([isNew, words])
  })
})

describe('results that are not from before', () => {
  test('those of this step do not count', () => {
    expect(judge(past('FP'), { ownIds: ['eu-west-1 0'] }).isNew).toBe(true)
  })

  test('those after the moment do not count', () => {
    // Failing since 14 minutes, deployed 20 minutes ago, and passed before that.
    expect(judge(past('FFP'), { momentMs: NOW - 20 * MINUTE }).isNew).toBe(true)
  })

  test('one that was under way at the moment does not count', () => {
    const moment = NOW - 4 * MINUTE - 2000
    expect(judge(past('FP'), { momentMs: moment }).isNew).toBe(true)
  })

  test('one whose start and end are in the wrong order counts by the later of them', () => {
    const [first] = past('F')
    const odd = { ...first, startedAtMs: NOW + 1, endedAtMs: NOW - MINUTE } as PastResult
    expect(judge([odd]).isNew).toBe(null)
  })
})

describe('retries in another place than the first attempt', () => {
  const elsewhere = past('FF', 'ap-south-1')

  test('belong to the only place where the check is set to run', () => {
    const older = past('PP').map((it) => ({ ...it, endedAtMs: it.endedAtMs - 60 * MINUTE }))
    expect(say([...older, ...elsewhere])).toStrictEqual([
      false,
      'failing since 23 November 11:45 UTC, 2 results',
    ])
  })

  test('may belong to any of several places, so a pass before them proves nothing', () => {
    const older = past('PP').map((it) => ({ ...it, endedAtMs: it.endedAtMs - 60 * MINUTE }))
    expect(say([...older, ...elsewhere], { places: ['eu-west-1', 'us-east-1'] })).toStrictEqual([
      null,
      'a retry has failed in ap-south-1 since it last passed here',
    ])
  })

  test('say nothing when the check has passed since', () => {
    const older = elsewhere.map((it) => ({ ...it, endedAtMs: it.endedAtMs - 60 * MINUTE }))
    expect(judge([...past('P'), ...older], { places: ['eu-west-1', 'us-east-1'] }).isNew).toBe(true)
  })
})

describe('a check that failed in several places', () => {
  test.each<[(boolean | null)[], boolean | null]>([
    [[true], true],
    [[true, false], true],
    [[true, null], true],
    [[false, false], false],
    [[false, null], null],
    [[null], null],
    [[], null],
  ])('%j is together %s', (states, together) => {
    const runs = states.map((_, index) => buildRun(`place ${index}`))
    const history = { before: null, error: null, target: null, unknown: '' }
    const histories = new Map(runs.map((run, index) => [run, { ...history, isNew: states[index] ?? null }]))
    expect(findNew({ runs: [...runs, buildRun('passed')] }, { histories })).toBe(together)
  })
})

describe('the error of a test session', () => {
  const before = { firstSeenMs: NOW - 3 * 86_400_000, environments: ['staging', 'preview'] }
  const within = { firstSeenMs: NOW + 4000, environments: ['preview'] }

  test.each<[string, Parameters<typeof judgeErrorHistory>[0], boolean | null, string]>([
    ['seen first in it', [within], true, 'has an error that was not seen before this run'],
    ['seen before', [before], false, 'errors like this one since 20 November 12:00 UTC, in staging, preview'],
    ['one new of two', [before, within], true, 'has an error that was not seen before this run'],
    ['one known, one not read', [before, null], null, 'not all of its errors could be looked up'],
    ['one new, one not read', [null, within], true, 'has an error that was not seen before this run'],
    ['not read', [null], null, 'its error could not be looked up'],
    ['without a time', [{ firstSeenMs: null, environments: [] }], null, 'its error could not be looked up'],
    ['without a group', [], null, 'Checkly names no error of it'],
  ])('%s', (_, groups, isNew, words) => {
    const history = judgeErrorHistory(groups, NOW, null)
    expect([history.isNew, tell(history)]).toStrictEqual([isNew, words])
  })

  test('has names of environments that fit into a line', () => {
    const names = ['a\nb', 'x'.repeat(500), '', '\u001b[31mred', ...Array.from({ length: 90 }, () => 'many')]
    const history = judgeErrorHistory([{ ...before, environments: names }], NOW, null)
    expect(history.error?.environments).toStrictEqual(['a b', `${'x'.repeat(59)}…`, 'red', 'many'])
  })

  test.each<[string, string, string]>([
    ['PF', 'PP', 'passes on its configured target (23 November 11:56 UTC), fails here'],
    ['DF', '', 'passes on its configured target (23 November 11:56 UTC), fails here'],
    ['FP', 'FP', 'fails on its configured target too (23 November 11:56 UTC)'],
    ['FP', 'PF', 'passes on its configured target in some places only (23 November 11:56 UTC)'],
  ])('stands beside what the check does by itself: %s and %s', (europe, america, words) => {
    const target = judgeTarget(keepEarlier([...past(america, 'us-east-1'), ...past(europe)], NOW, new Set()))
    const history = judgeErrorHistory([within], NOW, target)
    expect(history.isNew).toBe(true)
    expect(tell(history)).toBe(`has an error that was not seen before this run; ${words}`)
  })

  test('without a history of the check has only itself', () => {
    expect(judgeTarget([])).toBe(null)
  })
})
