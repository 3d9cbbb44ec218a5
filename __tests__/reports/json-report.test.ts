import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FORMAT_VERSION, renderJsonReport } from '../../src/reports/report-files/json-report.ts'
import { buildView, type SampleSession } from '../../testing/reports/build-report.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'

type Json = Record<string, unknown>

const view = buildView(SCENARIOS['one-failed-of-five-locations'] ?? { sessions: [] })
const { report } = view
const parsed = JSON.parse(renderJsonReport(view)) as Json & { sessions: Json[] }
const documentation = readFileSync(new URL('../../docs/report-format.md', import.meta.url), 'utf8')

describe('checkly-report.json', () => {
  test('has the verdict and everything that the API said', () => {
    expect(parsed['formatVersion']).toBe(3)
    expect(parsed['verdict']).toStrictEqual(JSON.parse(JSON.stringify(report.verdict)))
    expect(parsed.sessions[0]?.['session']).toStrictEqual(report.sessions[0]?.session?.raw)
    expect(parsed['failureDetails']).toStrictEqual(Object.fromEntries(report.known.details))
  })

  test('says of each location what became of it', () => {
    const locations = parsed.sessions[0]?.['locations'] as Json[]
    expect(locations.map((it) => [it['location'], it['kind'], it['passedAfterRetry']])).toStrictEqual([
      ['eu-west-1', 'failed', false],
      ['us-east-1', 'passed', true],
      ['eu-central-1', 'passed', false],
      ['us-west-2', 'passed', false],
      ['ap-south-1', 'passed', false],
    ])
    expect(parsed.sessions[0]?.['failingSince']).toBe('2026-11-23T12:04:31.300Z')
  })

  test('tells a location that still ran from one that the session ended without', () => {
    const sessions: SampleSession[] = [
      { name: 'A', status: 'PROGRESS', state: 'unfinished', places: { x: 'F…', y: '' } },
      { name: 'B', status: 'TIMED_OUT', places: { x: 'F…', y: '' } },
    ]
    const { sessions: found } = JSON.parse(renderJsonReport(buildView({ sessions })))
    const kinds = found.map(({ locations }: Json) => (locations as Json[]).map((it) => it['kind']))
    expect(kinds).toStrictEqual([
      ['running', 'running'],
      ['missing', 'missing'],
    ])
  })

  test('has the last error of a session that did not come to its end', () => {
    const { sessions } = JSON.parse(
      renderJsonReport(buildView(SCENARIOS['timeout-two-unfinished'] ?? { sessions: [] })),
    )
    expect(sessions.slice(0, 2).map((it: Json) => it['lastError'])).toStrictEqual([
      null,
      'the API answered 503',
    ])
  })

  test('has the results of a retry in another location in their order, as one location', () => {
    const elsewhere = JSON.parse(
      renderJsonReport(buildView(SCENARIOS['passed-after-retry-elsewhere'] ?? { sessions: [] })),
    )
    const { locations, session } = elsewhere.sessions[0]
    const ids = session.results.map((result: Json) => result['checkResultId'])
    expect(locations).toMatchObject([
      { location: 'eu-west-1', kind: 'passed', passedAfterRetry: true, attempts: [ids[0], ids[1]] },
      { location: 'us-west-2', kind: 'passed', passedAfterRetry: false, attempts: [ids[2]] },
    ])
  })

  test('keeps sessions without an answer', () => {
    const unknown = JSON.parse(renderJsonReport(buildView(SCENARIOS['no-verdict'] ?? { sessions: [] })))
    expect(unknown.sessions[0]).toMatchObject({ state: 'unknown', status: null, session: null })
  })

  test('is documented, field by field', () => {
    const fields = [...Object.keys(parsed), ...Object.keys(parsed.sessions[0] ?? {})]
    expect(fields.filter((field) => !documentation.includes(`\`${field}\``))).toStrictEqual([])
    expect(documentation).toContain(`\`formatVersion\` is ${FORMAT_VERSION}`)
  })
})
