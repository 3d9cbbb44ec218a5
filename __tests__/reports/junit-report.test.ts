import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { parse } from 'test-results-parser'
import { afterAll, describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { buildReport } from '../../scripts/preview/build-report.ts'
import { SCENARIOS } from '../../scripts/preview/scenarios.ts'
import { renderJUnitReport } from '../../src/reports/report-files/junit-report.ts'
import { buildReportOf, hostileTexts, MIXES } from './support/hostile-report.ts'

const schema = {
  fileName: 'jenkins-junit.xsd',
  contents: readFileSync(new URL('jenkins-junit.xsd', import.meta.url)),
}
const folder = mkdtempSync(join(tmpdir(), 'junit-'))
afterAll(() => rmSync(folder, { recursive: true }))

const scenarios = Object.entries(SCENARIOS).filter(([, { sessions }]) => sessions.length < 100)

describe('the JUnit file is valid by the schema of Jenkins', () => {
  it('for every scenario', async () => {
    const xml = scenarios.map(([name, sample]) => ({
      fileName: `${name}.xml`,
      contents: renderJUnitReport(buildReport(sample)),
    }))
    const { errors, valid } = await validateXML({ xml, schema })
    expect(errors).toStrictEqual([])
    expect(valid).toBe(true)
  })

  it('whatever the texts hold', async () => {
    const samples = fc.sample(fc.tuple(hostileTexts, fc.constantFrom(...MIXES)), 300)
    const xml = samples.map(([texts, mix], index) => ({
      fileName: `${index}.xml`,
      contents: renderJUnitReport(buildReportOf(texts, mix)),
    }))
    const { errors } = await validateXML({ xml, schema })
    expect(errors).toStrictEqual([])
  })

  it('and the schema is not one that accepts anything', async () => {
    const { valid } = await validateXML({ xml: '<testsuites><suite/></testsuites>', schema })
    expect(valid).toBe(false)
  })
})

describe('a reporter reads the JUnit file', () => {
  it.each(scenarios.filter(([, { sessions }]) => sessions.length > 0))('of %s', (name, sample) => {
    const report = buildReport(sample)
    const result = read(name, renderJUnitReport(report))
    expect(result.suites.length).toBe(report.fates.length)
    // A session that did not pass is never green, and one that passed never red.
    for (const suite of result.suites) {
      const { sessionId } = suite.metadata as { sessionId?: string }
      const fate = report.fates.find(({ id }) => id === sessionId)
      expect([suite.name, suite.status]).toStrictEqual([
        suite.name,
        fate?.state === 'passed' ? 'PASS' : 'FAIL',
      ])
    }
  })

  it('with the locations as cases, and why they failed', () => {
    const sample = SCENARIOS['one-failed-of-five-locations'] ?? { sessions: [] }
    const [suite] = read('one', renderJUnitReport(buildReport(sample))).suites
    expect(suite?.name).toBe('Checkout API')
    expect(suite?.cases.map(({ name, status }) => [name, status])).toStrictEqual([
      ['eu-west-1', 'FAIL'],
      ['us-east-1', 'PASS'],
      ['eu-central-1', 'PASS'],
      ['us-west-2', 'PASS'],
      ['ap-south-1', 'PASS'],
    ])
    expect(suite?.cases[0]?.failure).toBe('status code: expected 200, was 503')
    expect(suite?.cases[1]?.duration).toBe(266)
  })

  function read(name: string, xml: string): ReturnType<typeof parse> {
    const path = join(folder, `${name}.xml`)
    writeFileSync(path, xml)
    return parse({ type: 'junit', files: [path] })
  }
})

it('keeps attempts as the rerun elements of Surefire', () => {
  const xml = renderJUnitReport(buildReport(SCENARIOS['one-failed-of-five-locations'] ?? { sessions: [] }))
  // Failed for good: the final attempt and the one before it.
  expect(xml.match(/<failure /g)).toHaveLength(1)
  expect(xml.match(/<rerunFailure /g)).toHaveLength(1)
  // Passed in the end: two flaky attempts and no failure.
  expect(xml.match(/<flakyFailure /g)).toHaveLength(2)

  // Never ended: what was tried until then.
  const timedOut = renderJUnitReport(
    buildReport({ sessions: [{ name: 'A', status: 'TIMED_OUT', places: { x: 'FF…' } }] }),
  )
  expect(timedOut.match(/<rerunFailure /g)).toHaveLength(2)
})
