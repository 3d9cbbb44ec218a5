import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { parse as readJUnit } from 'junit2json'
import { parse } from 'test-results-parser'
import { afterAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { renderJUnitReport } from '../../src/reports/report-files/junit-report.ts'
import { chooseRuns } from '../../testing/choose-runs.ts'
import { buildView, type SampleSession } from '../../testing/reports/build-report.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'
import { buildViewOf, hostileTexts, MIXES } from './support/hostile-report.ts'

const asItIs = (text: string): string => text

const schema = {
  fileName: 'jenkins-junit.xsd',
  contents: readFileSync(new URL('jenkins-junit.xsd', import.meta.url)),
}
const folder = mkdtempSync(join(tmpdir(), 'junit-'))
afterAll(() => rmSync(folder, { recursive: true }))

const scenarios = Object.entries(SCENARIOS).filter(([, { sessions }]) => sessions.length < 100)

describe('the JUnit file is valid by the schema of Jenkins', () => {
  test('for every scenario', async () => {
    const xml = scenarios.map(([name, sample]) => ({
      fileName: `${name}.xml`,
      contents: renderJUnitReport(buildView(sample), asItIs),
    }))
    const { errors, valid } = await validateXML({ xml, schema })
    expect(errors).toStrictEqual([])
    expect(valid).toBe(true)
  })

  test('whatever the texts hold', async () => {
    const samples = fc.sample(fc.tuple(hostileTexts, fc.constantFrom(...MIXES)), chooseRuns(300))
    const xml = samples.map(([texts, mix], index) => ({
      fileName: `${index}.xml`,
      contents: renderJUnitReport(buildViewOf(texts, mix), asItIs),
    }))
    const { errors } = await validateXML({ xml, schema })
    expect(errors).toStrictEqual([])
  })

  test('and the schema is not one that accepts anything', async () => {
    const { valid } = await validateXML({ xml: '<testsuites><suite/></testsuites>', schema })
    expect(valid).toBe(false)
  })
})

/** What readers that people use make of the file. */
async function readVerdicts(name: string, xml: string): Promise<Record<string, 'red' | 'green'>> {
  const red = (isRed: boolean): 'red' | 'green' => (isRed ? 'red' : 'green')
  const parsed = read(name, xml)
  const json = await readJUnit(xml)
  const suites = json != null && 'testsuite' in json ? (json.testsuite ?? []) : []
  const cases = suites.flatMap(({ testcase = [] }) => testcase)
  return {
    'test-results-parser': red(parsed.status === 'FAIL'),
    'its counts': red(parsed.failed + parsed.errors > 0),
    junit2json: red(cases.some(({ error, failure }) => error !== undefined || failure !== undefined)),
    'its counts of suites': red(suites.some(({ failures = 0, errors = 0 }) => failures + errors > 0)),
  }
}

function read(name: string, xml: string): ReturnType<typeof parse> {
  const path = join(folder, `${name}.xml`)
  writeFileSync(path, xml)
  return parse({ type: 'junit', files: [path] })
}

describe('a reporter reads the JUnit file', () => {
  test.each(scenarios)('of %s as red when the step is, and has a case', async (name, sample) => {
    const view = buildView(sample)
    const colour = view.report.verdict.succeeds ? 'green' : 'red'
    const xml = renderJUnitReport(view, asItIs)
    expect(await readVerdicts(name, xml)).toStrictEqual({
      'test-results-parser': colour,
      'its counts': colour,
      junit2json: colour,
      'its counts of suites': colour,
    })
    expect(read(name, xml).total).toBeGreaterThan(0)
  })

  test.each(scenarios)('of %s with each session that did not pass red', (name, sample) => {
    const view = buildView(sample)
    const { sessions, verdict } = view.report
    for (const suite of read(name, renderJUnitReport(view, asItIs)).suites) {
      const { sessionId } = suite.metadata as { sessionId?: string }
      const session = sessions.find(({ id }) => id === sessionId)
      if (session === undefined) continue
      const isAwaited = !verdict.detached && !(verdict.failedFast && session.state === 'unfinished')
      const isRed = session.state !== 'passed' && isAwaited
      expect([suite.name, suite.status === 'FAIL']).toStrictEqual([suite.name, isRed])
    }
  })

  test('of a step that ended without any session', async () => {
    const broken = { kind: 'broken', cause: 'Input tags: empty.' } as const
    const xml = renderJUnitReport(buildView({ sessions: [], ending: broken }), asItIs)
    expect(new Set(Object.values(await readVerdicts('broken', xml)))).toStrictEqual(new Set(['red']))
    expect(xml).toContain('<testcase name="verdict" classname="Checkly Gate" time="0.000">')
    expect(xml).toContain('<error type="error" message="Input tags: empty."/>')
  })

  test('with a case for each check, and each place, that was not started', () => {
    const ending = {
      kind: 'awaited',
      missing: ['check-8', 'check-9'],
      unstarted: ['No session could be started in my-office: 402.'],
      failedFast: false,
    } as const
    const passed = { name: 'A', status: 'PASSED', places: { x: 'P' } }
    const result = read('missing', renderJUnitReport(buildView({ sessions: [passed], ending }), asItIs))
    expect(result.suites.map(({ name, status }) => [name, status])).toStrictEqual([
      ['Checkly Gate', 'FAIL'],
      ['A', 'PASS'],
    ])
    expect(result.suites[0]?.cases.map(({ name }) => name)).toStrictEqual([
      'check-id check-8',
      'check-id check-9',
      'start 1',
    ])
  })

  test('with two checks of one name and location as two, whatever the order', () => {
    const twin = (id: string): SampleSession => ({
      name: 'Homepage',
      status: 'PASSED',
      places: { eu: 'P' },
      changeSession: { checkId: id },
    })
    const twins = [twin('aaaaaaaa-1'), twin('bbbbbbbb-2'), twin('bbbbbbbb-2')]
    const list = (sessions: SampleSession[]): string[] =>
      [
        ...renderJUnitReport(buildView({ sessions }), asItIs).matchAll(
          /<testcase (name="eu" classname="[^"]*")/g,
        ),
      ].map(([, names]) => names ?? '')
    expect(list(twins)).toStrictEqual([
      'name="eu" classname="Homepage [aaaaaaaa]"',
      'name="eu" classname="Homepage [bbbbbbbb] [00005e56]"',
      'name="eu" classname="Homepage [bbbbbbbb] [00005e57]"',
    ])
    expect(list(twins.slice(0, 1))).toStrictEqual(['name="eu" classname="Homepage"'])
  })

  test('of test sessions with a suite each, and their checks as cases', () => {
    const checks = (login: string) => [
      { name: 'Home', runs: 'P' },
      { name: 'Login', runs: login },
      { name: 'Imprint', runs: 'D' },
    ]
    const view = buildView({
      sessions: [],
      testSessions: [
        { location: 'eu-central-1', status: 'PASSED', checks: checks('FP') },
        { location: 'my-office', status: 'FAILED', checks: checks('FF') },
      ],
      passingStatuses: ['PASSED', 'DEGRADED'],
    })
    const xml = renderJUnitReport(view, asItIs)
    const { suites } = read('test-sessions', xml)
    const cases = suites.flatMap((suite) => suite.cases.map(({ name, status }) => `${name} ${status}`))
    expect(suites.map(({ status }) => status).sort()).toStrictEqual(['FAIL', 'PASS'])
    expect(cases.toSorted()).toStrictEqual([
      'Home PASS',
      'Home PASS',
      'Imprint PASS',
      'Imprint PASS',
      'Login FAIL',
      'Login PASS',
    ])
    const names = [...xml.matchAll(/<testcase (name="[^"]*" classname="[^"]*")/g)].map(([, it]) => it)
    expect(new Set(names).size).toBe(6)
    expect(names).toContain('name="Login" classname="my-office"')
  })

  test('of a test session that fail-fast left with checks that had not ended: only the failed one is red', () => {
    const view = buildView({
      sessions: [],
      testSessions: [
        {
          location: 'eu-central-1',
          status: 'RUNNING',
          checks: [
            { name: 'A', runs: 'P' },
            { name: 'B', runs: 'F' },
            { name: 'C', runs: '' },
          ],
        },
      ],
      ending: { kind: 'awaited', missing: [], unstarted: [], failedFast: true },
    })
    const [suite] = read('cut', renderJUnitReport(view, asItIs)).suites
    expect(suite?.cases.map(({ name, status }) => `${name} ${status}`).toSorted()).toStrictEqual([
      'A PASS',
      'B FAIL',
      'C SKIP',
    ])
  })

  test.each<[string, SampleSession, string[], string]>([
    [
      'PASSED, whatever a final result says',
      { name: 'A', status: 'PASSED', places: { x: 'F', y: 'E', z: 'P' } },
      ['PASSED'],
      'not counted, since the session passed: an error kept the check from finishing',
    ],
    [
      'FAILED, let through',
      { name: 'A', status: 'FAILED', places: { x: 'F', y: 'FE', z: 'P' } },
      ['PASSED', 'FAILED'],
      'let through, since passing-statuses lists FAILED: an error kept the check from finishing',
    ],
  ])('of a session that passed without anything red: %s', (_, session, passingStatuses, why) => {
    const xml = renderJUnitReport(buildView({ sessions: [session], passingStatuses }), asItIs)
    const [suite] = read('passed', xml).suites
    expect(suite).toMatchObject({ status: 'PASS', failed: 0, errors: 0, skipped: 2 })
    expect(suite?.cases.map(({ name, status }) => [name, status])).toStrictEqual([
      ['x', 'SKIP'],
      ['y', 'SKIP'],
      ['z', 'PASS'],
    ])
    expect(xml).not.toMatch(/<(?:failure|error|rerun\w+)\b|(?:failures|errors)="[^0]/)
    expect(xml).toContain(`<skipped type="failed" message="${why}"`)
  })

  test('is red where a session did not pass and nowhere else, whatever its results say', () => {
    const patterns = ['P', 'F', 'E', 'D', 'C', '', 'FP', 'FE', 'F…']
    for (const [status, passes] of [
      ['PASSED', true],
      ['FAILED', true],
      ['FAILED', false],
      ['FROZEN', false],
    ] as const) {
      for (const x of patterns) {
        const sessions = [{ name: 'A', status, places: { x, y: 'P' } }]
        const xml = renderJUnitReport(
          buildView({ sessions, passingStatuses: passes ? [status] : [] }),
          asItIs,
        )
        expect([status, x, /<(?:failure|error)\b/.test(xml)]).toStrictEqual([status, x, !passes])
      }
    }
  })

  test('with the locations as cases, and why they failed', () => {
    const sample = SCENARIOS['one-failed-of-five-locations'] ?? { sessions: [] }
    const [suite] = read('one', renderJUnitReport(buildView(sample), asItIs)).suites
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
})

test('has one flaky case of a check that failed in one location and passed in another', () => {
  const sample = SCENARIOS['passed-after-retry-elsewhere'] ?? { sessions: [] }
  const xml = renderJUnitReport(buildView(sample), asItIs)
  expect(xml.match(/<testcase name="[^"]*"/g)).toStrictEqual([
    '<testcase name="eu-west-1"',
    '<testcase name="us-west-2"',
  ])
  expect(xml).toMatch(/<testcase name="eu-west-1"[^>]*>\s*<flakyFailure type="ATTEMPT"/)
  expect(xml).not.toMatch(/<(?:failure|error|skipped)\b/)
})

test('keeps attempts as the rerun elements of Surefire', () => {
  const xml = renderJUnitReport(
    buildView(SCENARIOS['one-failed-of-five-locations'] ?? { sessions: [] }),
    asItIs,
  )
  // Failed for good: the final attempt and the one before it.
  expect(xml.match(/<failure /g)).toHaveLength(1)
  expect(xml.match(/<rerunFailure /g)).toHaveLength(1)
  // Passed in the end: two flaky attempts and no failure.
  expect(xml.match(/<flakyFailure /g)).toHaveLength(2)

  // Never ended: what was tried until then.
  const timedOut = renderJUnitReport(
    buildView({ sessions: [{ name: 'A', status: 'TIMED_OUT', places: { x: 'FF…' } }] }),
    asItIs,
  )
  expect(timedOut.match(/<rerunFailure /g)).toHaveLength(2)
})
