import { describe, expect, test } from 'vitest'
import { buildOutputs, LONGEST_OUTPUT } from '../../src/outputs/build-outputs.ts'
import { OUTPUT_NAMES } from '../../src/outputs/output-names.ts'
import { type Ending, judge } from '../../src/verdict/judge.ts'
import type { SessionFate } from '../../src/verdict/verdict.ts'
import { buildFate } from '../verdict/build-fate.ts'

const AWAITED: Ending = { kind: 'awaited', missing: [], failedFast: false }

function build(fates: SessionFate[], ending: Ending = AWAITED) {
  return buildOutputs(judge(ending, fates, 0), fates)
}

/** A fate whose session the API gave as this. */
function give(raw: Record<string, unknown>, id = 'id-1'): SessionFate {
  return { ...buildFate('passed'), id, raw }
}

describe('outputs', () => {
  test('leave out a link that is longer than any', () => {
    const linkOf = (length: number): string =>
      build([buildFate('failed', { checkSessionLink: 'x'.repeat(length) })]).values['check-session-link']
    expect(linkOf(2000)).toHaveLength(2000)
    expect(linkOf(2001)).toBe('')
  })

  test('are all there, as text, whatever happened', () => {
    for (const fates of [[], [buildFate('unknown', null)], [buildFate('passed')]]) {
      const { values } = build(fates)
      expect(Object.keys(values).sort()).toEqual([...OUTPUT_NAMES].sort())
      expect(new Set(Object.values(values).map((value) => typeof value))).toEqual(new Set(['string']))
    }
  })

  test('hold each session as the API gave it, without its results, and each result with its session', () => {
    const { values } = build([
      give({ a: 1, nested: { b: [null] }, results: [{ x: 1 }, { checkSessionId: 'own', y: 2 }] }),
      buildFate('unknown', null),
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
    ['5000', { startedAt: '2026-11-23T10:00:00.000Z', stoppedAt: '2026-11-23T10:00:05.000Z' }],
    ['0', { startedAt: '2026-11-23T10:00:00.000Z', stoppedAt: '2026-11-23T10:00:00.000Z' }],
    ['', { startedAt: null }],
  ])('give the time elapsed in milliseconds, and nothing for one that is not known: %j', (text, times) => {
    expect(build([buildFate('passed', times)]).values['time-elapsed']).toBe(text)
  })

  test('name no report file before it is written', () => {
    expect(build([buildFate('passed')]).values).toMatchObject({
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
    ['passed', [buildFate('passed')], AWAITED, 'true'],
    ['failed', [buildFate('failed')], AWAITED, 'false'],
    ['detached', [buildFate('unfinished')], { kind: 'detached', missing: [] } as Ending, 'false'],
    ['no-match', [], { kind: 'no-match', tolerated: true } as Ending, 'false'],
  ])('say passed only when the outcome is passed: %s', (outcome, fates, ending, passed) => {
    expect(build(fates, ending).values).toMatchObject({ outcome, passed })
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
