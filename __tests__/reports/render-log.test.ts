import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { renderLog } from '../../src/reports/render-log.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { buildView } from '../../testing/reports/build-report.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'
import { buildViewOf, hostileTexts, MIXES } from './support/hostile-report.ts'

describe('the log', () => {
  test('has a group for each session that needs a look, and one for all the others', () => {
    const groups = renderLog(buildView(SCENARIOS['forty-sessions-three-failed'] ?? { sessions: [] }))
    expect(groups.map(({ title }) => title)).toStrictEqual([
      '❌ Orders API failed in eu-west-1 and eu-central-1, 2 of 5 locations',
      '❌ Search failed in both eu-west-1 and us-east-1',
      '❌ Certificate failed in us-east-1',
      '⚠️ Recommendations is degraded in eu-west-1, let through',
      '✅ Login passed after retry in eu-west-1 (3 attempts)',
      '✅ Payment passed after retry in eu-west-1 (2 attempts)',
      '✅ 34 checks passed at the first attempt',
    ])
    expect(groups.at(-1)?.lines).toHaveLength(34)
  })

  test('tells a pass after two failures at a glance', () => {
    const [group] = renderLog(buildView(SCENARIOS['one-failed-of-five-locations'] ?? { sessions: [] }))
    expect(group?.lines).toContain('✅ us-east-1: ❌ 1.1 s → ❌ 1.1 s → ✅ 266 ms (passed after retry)')
    expect(group?.lines).toContain('Why in eu-west-1: status code: expected 200, was 503')
  })

  test.each([
    ['where nothing else was to run', { 'eu-west-1': 'FP', 'us-west-2': 'P' }],
    ['where the API lists it as a run location', { 'eu-west-1': 'FP', 'us-west-2': 'P', 'us-east-1': '' }],
  ])('says where a retry ran, and that it is the same check run: %s', (_, places) => {
    const changeResult = (index: number) => (index === 1 ? { runLocation: 'us-east-1' } : {})
    const [group, ...others] = renderLog(
      buildView({ sessions: [{ name: 'A', status: 'PASSED', places, speedMs: 300, changeResult }] }),
    )
    expect(group?.title).toBe('✅ A passed after retry in eu-west-1 (2 attempts)')
    expect(group?.lines.slice(0, 2)).toStrictEqual([
      '✅ eu-west-1: ❌ 1.2 s → ✅ 300 ms in us-east-1 (passed after retry)',
      '✅ us-west-2: ✅ 313 ms',
    ])
    expect(group?.lines).toHaveLength(4)
    expect(others).toStrictEqual([])
  })

  test('says what has failed of a session that still ran', () => {
    const groups = renderLog(buildView(SCENARIOS['timeout-two-unfinished'] ?? { sessions: [] }))
    expect(groups[1]?.lines).toContain('So far: 2 attempts in eu-west-1 failed')
    expect(groups[1]?.lines).toContainEqual(
      expect.stringMatching(/^⏳ eu-west-1: ❌ 960 ms → ❌ 960 ms → still running {2}https:\S+065$/),
    )
    expect(groups[1]?.lines).toContain('⏳ us-east-1: still running')
    expect(groups[1]?.lines).toContain('Why in eu-west-1: status code: expected 200, was 503')
  })

  test('says a single reason once', () => {
    const reason = 'status code: expected 200, was 503'
    const details = {
      reason,
      facts: [],
      excerpt: '',
      credentialsHidden: 0,
      assertions: [{ subject: 'status code', expected: '200', actual: '503' }],
    }
    const [group] = renderLog(
      buildView({
        sessions: [{ name: 'A', status: 'FAILED', places: { x: 'F' }, details: { x: details } }],
      }),
    )
    expect(group?.lines.filter((line) => line.includes(reason))).toStrictEqual([`Why: ${reason}`])
  })

  test('counts more locations than anybody reads', () => {
    const places = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`l${index}`, 'F']))
    const [group] = renderLog(buildView({ sessions: [{ name: 'A', status: 'FAILED', places }] }))
    expect(group?.lines).toHaveLength(104)
    expect(group?.lines).toContain('… and 900 locations more')
  })

  test('has no line that is a command or longer than the log shows, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileTexts, fc.constantFrom(...MIXES), (texts, mix) => {
        for (const { title, lines } of renderLog(buildViewOf(texts, mix))) {
          for (const line of [title, ...lines]) {
            expect(line.length).toBeLessThan(1024)
            expect(line.trimStart().startsWith('::') || line.includes('##[')).toBe(false)
            expect(/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line)).toBe(false)
          }
        }
      }),
      { numRuns: chooseRuns(1000) },
    )
  })
})
