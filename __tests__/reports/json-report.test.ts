import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildReport } from '../../scripts/preview/build-report.ts'
import { SCENARIOS } from '../../scripts/preview/scenarios.ts'
import { FORMAT_VERSION, renderJsonReport } from '../../src/reports/report-files/json-report.ts'

type Json = Record<string, unknown>

const report = buildReport(SCENARIOS['one-failed-of-five-locations'] ?? { sessions: [] })
const parsed = JSON.parse(renderJsonReport(report)) as Json & { sessions: Json[] }
const documentation = readFileSync(new URL('../../docs/report-format.md', import.meta.url), 'utf8')

describe('checkly-report.json', () => {
  it('has the verdict and everything that the API said', () => {
    expect(parsed['formatVersion']).toBe(1)
    expect(parsed['verdict']).toStrictEqual(JSON.parse(JSON.stringify(report.verdict)))
    expect(parsed.sessions[0]?.['session']).toStrictEqual(JSON.parse(JSON.stringify(report.fates[0]?.raw)))
    expect(parsed['failureDetails']).toStrictEqual(Object.fromEntries(report.details))
  })

  it('says of each location what became of it', () => {
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

  it('keeps sessions without an answer', () => {
    const unknown = JSON.parse(renderJsonReport(buildReport(SCENARIOS['no-verdict'] ?? { sessions: [] })))
    expect(unknown.sessions[0]).toMatchObject({ state: 'unknown', status: null, session: null })
  })

  it('is documented, field by field', () => {
    const fields = [...Object.keys(parsed), ...Object.keys(parsed.sessions[0] ?? {})]
    expect(fields.filter((field) => !documentation.includes(`\`${field}\``))).toStrictEqual([])
    expect(documentation).toContain(`\`formatVersion\` is ${FORMAT_VERSION}`)
  })
})
