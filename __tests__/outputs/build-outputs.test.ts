import { describe, expect, test } from 'vitest'
import { buildOutputs, LONGEST_OUTPUT } from '../../src/outputs/build-outputs.ts'
import { OUTPUT_NAMES } from '../../src/outputs/output-names.ts'
import type { SessionKind } from '../../src/session/session.ts'
import type { Ending } from '../../src/verdict/ending.ts'
import { judgeChecks } from '../../src/verdict/judge-checks.ts'
import type { JudgedSession } from '../../src/verdict/verdict.ts'
import { buildJudged, judgeAll } from '../../testing/build-session.ts'

const AWAITED: Ending = { kind: 'awaited', missing: [], unstarted: [], failedFast: false }

function build(
  sessions: JudgedSession[],
  ending: Ending = AWAITED,
  sessionType: SessionKind | null = 'check',
) {
  return buildOutputs(judgeAll(ending, sessions), sessions, judgeChecks(sessions, ['PASSED']), sessionType)
}

/** A session that passed, and that the API gave as this. */
function give(raw: Record<string, unknown>, id = 'id-1'): JudgedSession {
  return buildJudged('passed', { id, raw })
}

describe('outputs', () => {
  test('leave out a link that is longer than any', () => {
    const linkOf = (length: number): string =>
      build([buildJudged('failed', { link: 'x'.repeat(length) })]).values['session-link']
    expect(linkOf(2000)).toHaveLength(2000)
    expect(linkOf(2001)).toBe('')
  })

  test('are all there, as text, whatever happened', () => {
    for (const sessions of [[], [buildJudged('unknown', null)], [buildJudged('passed')]]) {
      const { values } = build(sessions)
      expect(Object.keys(values).sort()).toEqual([...OUTPUT_NAMES].sort())
      expect(new Set(Object.values(values).map((value) => typeof value))).toEqual(new Set(['string']))
    }
  })

  test('hold each session as the API gave it, without its results, and each result with its session', () => {
    const { values } = build([
      give({ a: 1, nested: { b: [null] }, results: [{ x: 1 }, { checkSessionId: 'own', y: 2 }] }),
      buildJudged('unknown', null),
      give({ c: 2, results: 'none' }, 'id-2'),
    ])
    expect(JSON.parse(values.sessions)).toEqual([{ a: 1, nested: { b: [null] } }, { c: 2 }])
    expect(JSON.parse(values.results)).toEqual([
      { checkSessionId: 'id-1', x: 1 },
      { checkSessionId: 'own', y: 2 },
    ])
    expect(JSON.parse(values['check-session-ids'])).toEqual(['id-1', 'id-1', 'id-2'])
  })

  test.each([
    ['5000', { startedAtMs: 1000, stoppedAtMs: 6000 }],
    ['0', { startedAtMs: 1000, stoppedAtMs: 1000 }],
    ['', { startedAtMs: null }],
  ])('give the time elapsed in milliseconds, and nothing for one that is not known: %j', (text, times) => {
    expect(build([buildJudged('passed', times)]).values['time-elapsed']).toBe(text)
  })

  test('name no report file before it is written', () => {
    expect(build([buildJudged('passed')]).values).toMatchObject({
      'report-json': '',
      'report-markdown': '',
      'report-junit': '',
    })
  })

  test('of results that are too many are left empty and named', () => {
    const results = [{ pad: 'x'.repeat(LONGEST_OUTPUT) }]
    expect(build([give({ results })])).toMatchObject({ tooLong: ['results'], values: { results: '' } })
  })

  test.each([
    ['passed', [buildJudged('passed')], AWAITED, 'true'],
    ['failed', [buildJudged('failed')], AWAITED, 'false'],
    [
      'detached',
      [buildJudged('unfinished')],
      { kind: 'detached', missing: [], unstarted: [] } as Ending,
      'false',
    ],
    ['no-match', [], { kind: 'no-match', tolerated: true } as Ending, 'false'],
  ])('say passed only when the outcome is passed: %s', (outcome, sessions, ending, passed) => {
    expect(build(sessions, ending).values).toMatchObject({ outcome, passed })
  })

  test.each([
    [0, []],
    [1, ['sessions']],
  ])('of %i characters more than fit are left empty and named', (more, tooLong) => {
    const around = JSON.stringify([{ pad: '' }]).length
    const pad = 'x'.repeat(LONGEST_OUTPUT - around + more)
    const built = build([give({ pad, results: [] })])
    expect(built.tooLong).toEqual(tooLong)
    expect(built.values.sessions).toHaveLength(more === 0 ? LONGEST_OUTPUT : 0)
    expect(built.values.results).toBe('[]')
  })

  test('that cannot be written as JSON are left empty and named', () => {
    const raw: Record<string, unknown> = { results: [] }
    raw['self'] = raw
    expect(build([give(raw)])).toMatchObject({ tooLong: ['sessions'], values: { sessions: '' } })
  })
})
