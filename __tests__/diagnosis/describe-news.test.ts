import { describe, expect, test } from 'vitest'
import { describeCheckNews, writeNews } from '../../src/diagnosis/describe-check-news.ts'
import { describeStepNews } from '../../src/diagnosis/describe-step-news.ts'
import type { RunHistory } from '../../src/diagnosis/run-history.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import { buildJudged, buildRun } from '../../testing/build-session.ts'
import {
  errorBefore,
  failingBefore,
  notKnownBefore,
  passedBefore,
} from '../../testing/reports/sample-histories.ts'

const NOW = Date.UTC(2026, 10, 23, 12, 4, 31)

type Places = Record<string, RunHistory | null>

/** Checks that failed in these places, and what is known of it; null for nothing. */
function build(failed: Record<string, Places>) {
  const histories = new Map()
  const sessions = Object.entries(failed).map(([name, places]) => {
    const runs = Object.entries(places).map(([place, history]) => {
      const run = buildRun(place, [{ state: 'failed' }])
      if (history !== null) histories.set(run, history)
      return run
    })
    return buildJudged('failed', { id: name, name, status: 'FAILED', runs })
  })
  return { checks: judgeChecks([...sessions, buildJudged('passed')], ['PASSED']), histories }
}

function tellCheck(places: Places): string[] {
  const { checks, histories } = build({ Login: places })
  return describeCheckNews(checks[0] ?? { runs: [] }, histories, NOW).map(writeNews)
}

function tellStep(failed: Record<string, Places>): string | null {
  const { checks, histories } = build(failed)
  const news = describeStepNews(checks, { histories }, NOW)
  return news === null ? null : `${news.count} ${writeNews(news)}`
}

describe('what is told of one check', () => {
  test.each<[string, Places, string[]]>([
    ['nothing asked', { a: null }, []],
    ['new', { a: passedBefore(4) }, ['New: passed 4 minutes before this run']],
    [
      'new, and flaky',
      { a: passedBefore(4, 9) },
      ['New: passed 4 minutes before this run; 9 of 30 results before were as bad'],
    ],
    ['known', { a: failingBefore(41) }, ['Known: failing since 22 November 03:10 UTC, at least 41 results']],
    [
      'known in two places: one line with the results of both',
      { a: failingBefore(41), b: failingBefore(40) },
      ['Known: failing since 22 November 03:10 UTC, at least 81 results'],
    ],
    [
      'known in one place, new in another',
      { a: failingBefore(12), b: passedBefore(4) },
      [
        'New in b: passed 4 minutes before this run',
        'Known in a: failing since 22 November 03:10 UTC, at least 12 results',
      ],
    ],
    [
      'many places',
      { a: passedBefore(4), b: passedBefore(4), c: passedBefore(4), d: passedBefore(4), e: notKnownBefore() },
      [
        'New in a, b, c and 1 more location: passed 4 minutes before this run',
        'Not known whether new in e: what it did before could not be read',
      ],
    ],
    [
      'an error of a test session',
      { a: errorBefore(72, ['staging']) },
      [
        'Known: errors like this one since 20 November 12:04 UTC, in staging; passes on its configured target (23 November 11:58 UTC), fails here',
      ],
    ],
  ])('%s', (_, places, lines) => {
    expect(tellCheck(places)).toStrictEqual(lines)
  })
})

describe('what is told of a step', () => {
  const fresh = { a: passedBefore(4) }
  const older = { a: passedBefore(9) }
  const old = { a: failingBefore(41) }
  const unknown = { a: notKnownBefore() }

  test.each<[string, Record<string, Places>, string | null]>([
    ['nothing failed', {}, null],
    ['nothing asked', { A: { a: null }, B: { a: null } }, null],
    ['one, new', { A: fresh }, '1 New: passed 4 minutes before this run'],
    [
      'one, new in one place',
      { A: { a: passedBefore(4, 2), b: failingBefore(3) } },
      '1 New in a: passed 4 minutes before this run; 2 of 30 results before were as bad; known in b: failing since 22 November 03:10 UTC, at least 3 results',
    ],
    [
      'one of two is new',
      { A: old, B: fresh },
      '1 1 of 2 is new: B passed 4 minutes before this run; 1 was failing already',
    ],
    ['both are new', { A: fresh, B: fresh }, '2 All 2 are new: A and B passed 4 minutes before this run'],
    [
      'new since different times',
      { A: older, B: fresh, C: old, D: unknown, E: unknown },
      '2 2 of 5 are new: A passed 9 minutes before this run; B passed 4 minutes before this run; 1 was failing already, for 2 it is not known',
    ],
    [
      'none is new',
      { A: old, B: old },
      '0 None is new: both were failing already, the latest since 22 November 03:10 UTC: A',
    ],
    [
      'none of three is new',
      { A: old, B: old, C: old },
      '0 None is new: all 3 were failing already, the latest since 22 November 03:10 UTC: A',
    ],
    [
      'errors of test sessions that are known: the one that came last is named',
      { A: { a: errorBefore(72, []) }, B: { a: errorBefore(24, []) } },
      '0 None is new: both were failing already, the latest since 22 November 12:04 UTC: B',
    ],
    ['not known, for different reasons', { A: unknown, B: { a: null } }, '0 Not known whether they are new'],
    [
      'some known, some not',
      { A: old, B: unknown },
      '0 None is known to be new: 1 was failing already, for 1 it is not known',
    ],
    [
      'none known',
      { A: unknown, B: unknown },
      '0 Not known whether they are new: what it did before could not be read',
    ],
    [
      'one not asked',
      { A: fresh, B: { a: null } },
      '1 1 of 2 is new: A passed 4 minutes before this run; for 1 it is not known',
    ],
  ])('%s', (_, failed, words) => {
    expect(tellStep(failed)).toBe(words)
  })

  test('many new ones are counted', () => {
    const names = Array.from({ length: 12 }, (_, index) => `Check ${index}`)
    const failed = Object.fromEntries(names.map((name, index) => [name, { a: passedBefore(2 + index) }]))
    expect(tellStep(failed)).toBe(
      '12 All 12 are new: Check 0 passed 2 minutes before this run; Check 1 passed 3 minutes before this run; Check 2 passed 4 minutes before this run; and 9 more',
    )
  })
})
