import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect } from 'vitest'
import { buildRun } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import { ASSET_CANARY } from '../../simulator/describe-run.ts'
import { LOCATION_CANARIES } from '../../simulator/locations.ts'
import { FAILING_PREVIEW } from '../../simulator/preview-checks.ts'
import type { Simulator } from '../../simulator/server.ts'
import { IS_WHOLE } from '../../testing/choose-runs.ts'
import type { RunResult } from '../../testing/run-action.ts'
import { CHECKS, LOGIN, listStarts, ORDERS, PREVIEW } from './preview.ts'
import { listErrors, runGate, runStep, showText, test } from './support.ts'

const DEBUG = { RUNNER_DEBUG: '1' }

/** Everything that a step leaves behind, by where; what has the runner mask a text is left out. */
function collectTexts(run: RunResult, folder: string): Record<string, string> {
  const reports = join(folder, 'reports')
  const files = readdirSync(reports).map((name) => [name, readFileSync(join(reports, name), 'utf8')])
  return {
    said: run.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n'),
    stderr: run.stderr,
    outputs: JSON.stringify(run.outputs),
    ...run.outputs,
    state: JSON.stringify(run.state),
    summary: run.summary,
    'summary as it is read': showText(run.summary),
    ...Object.fromEntries(files),
  }
}

/** The ways in which a server may give a value back. */
function listEchoes(value: string): string[] {
  return [
    value,
    JSON.stringify(value),
    JSON.stringify({ nested: JSON.stringify({ value }) }),
    encodeURIComponent(value.toWellFormed()),
    encodeURI(value.toWellFormed()).toLowerCase(),
    Buffer.from(value).toString('base64'),
    Buffer.from(`user:${value}`).toString('base64url'),
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  ]
}

/** Has a stand-in give these texts back wherever an answer has room for them. */
function echoEverywhere(api: Simulator, texts: string[]): void {
  const [text = ''] = texts
  const all = texts.join(' | ')
  api.testSessionRules.behaviour = {
    extra: {
      note: texts,
      testSessionLink: `https://example.com/?token=${encodeURIComponent(text.toWellFormed())}`,
    },
  }
  const failed = buildRun('FAILED', {
    durationMs: 10,
    extra: { name: `Check of ${text}`, note: texts, [`key ${text}`]: 1 },
    extraDetails: {
      apiCheckResult: {
        assertions: [
          { source: 'JSON_BODY', property: text, comparison: 'EQUALS', target: all, actual: text },
        ],
        request: {
          method: 'GET',
          url: `https://x.dev/?q=${encodeURIComponent(text.toWellFormed())}`,
          headers: { a: all },
        },
        response: { status: 500, statusText: text, body: all, headers: { authorization: all } },
      },
      scheduleError: all,
    },
  })
  api.checks.add({ name: 'Echo', tags: ['echo'], test: { runs: [failed] } })
  const message = `Bad value ${all}`
  const headers = { 'retry-after': '0' }
  const json = { statusCode: 503, error: text, message }
  api.faults.add({
    route: 'test-trigger',
    nth: 1,
    behaviour: { kind: 'respond', status: 429, headers, json },
  })
  api.faults.add({
    route: 'test-completion',
    nth: 1,
    behaviour: { kind: 'respond', status: 503, headers, json },
  })
}

const character = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'abcdefghijkmnopqrstuvwxyzABCDEFGH0123456789') },
  { weight: 2, arbitrary: fc.constantFrom(...'#"\'`\\$%&<>|=+/?!;:,.-_~^*@()[]{} ') },
  { weight: 1, arbitrary: fc.constantFrom('é', 'ß', '漢', '😀', '\u00a0', '\u200b') },
)
/** A line of a secret that hardly stands anywhere by chance. */
const line = fc
  .string({ unit: character, minLength: 10, maxLength: 60 })
  .filter((text) => text.trim().length >= 10)
const value = fc.oneof(
  { weight: 3, arbitrary: line },
  { weight: 2, arbitrary: fc.array(line, { minLength: 2, maxLength: 4 }).map((lines) => lines.join('\n')) },
)

/** Values that are likely to go wrong. */
const EXAMPLES: [string[]][] = [
  [['p#ss w0rd # no comment', '"quoted \'secret\' value"', 'C:\\new\\table\\u0041bc', 'a=b=c&d=e%20f%']],
  [
    [
      '-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA7\n\n-----END KEY-----',
      '::error::shown? %0A ::',
      '<img src=x onerror=y>',
    ],
  ],
  [
    [
      'пароль-секрет-漢字',
      '😀😀😀 smile',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
      '{"private_key":"x\\n1234"}',
    ],
  ],
]

describe('secret values are nowhere', () => {
  test('whatever they are, and however they are given back', { timeout: 180_000 }, async ({
    startApi,
    folder,
  }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 4 }), async (values) => {
        rmSync(join(folder, 'reports'), { recursive: true, force: true })
        const api = await startApi({ checks: [] })
        echoEverywhere(api, values.flatMap(listEchoes))
        const secretEnv = values.map((one, index) => `SECRET_${index}<<E_N_D\n${one}\nE_N_D`).join('\n')
        const inputs = { ...PREVIEW, tags: 'echo', 'secret-env': secretEnv, 'report-dir': 'reports' }
        const run = await runStep(api, inputs, { workspace: folder, env: DEBUG })
        // They did reach the checks.
        expect(listStarts(api)[0]?.['environmentVariables']).toEqual(
          values.map((one, index) => ({ key: `SECRET_${index}`, value: one, secret: true })),
        )
        expect(run.outputs).toMatchObject({ outcome: 'failed', 'results-failed': '1' })
        const texts = collectTexts(run, folder)
        const lines = values.flatMap((one) => one.split(/[\r\n]+/)).map((one) => one.trim())
        const hidden = lines.filter((one) => one.length >= 4)
        for (const [where, text] of Object.entries(texts)) {
          for (const one of hidden) {
            expect(text, where).not.toContain(one)
            expect(text, where).not.toContain(JSON.stringify(one).slice(1, -1))
            expect(text, where).not.toContain(encodeURIComponent(one.toWellFormed()))
            expect(text, where).not.toContain(Buffer.from(one).toString('base64').replace(/=+$/, ''))
          }
        }
        // The runner masks each line too.
        const masks = run.lines.filter((one) => one.startsWith('::add-mask::'))
        const masked = masks.map((one) =>
          decodeURIComponent(one.slice('::add-mask::'.length).replace(/%(?!25|0D|0A)/g, '%25')),
        )
        for (const one of hidden) expect(masked).toContain(one)
        for (const name of ['sessions', 'results', 'failures']) JSON.parse(run.outputs[name] ?? '')
      }),
      { numRuns: IS_WHOLE ? 12 : EXAMPLES.length + 2, examples: EXAMPLES },
    )
  })

  test.concurrent('when the API refuses them', async ({ startApi, folder }) => {
    const secret = 'correct "horse" #battery'
    const json = {
      statusCode: 400,
      error: 'Bad Request',
      message: `"environmentVariables[0].value" ${secret} is bad`,
    }
    const faults = [{ route: 'test-trigger', behaviour: { kind: 'respond', status: 400, json } } as const]
    const api = await startApi({ checks: CHECKS, faults })
    const inputs = { ...PREVIEW, 'secret-env': `TOKEN=${secret}`, 'report-dir': 'reports' }
    const run = await runGate(api, inputs, { workspace: folder, env: DEBUG })
    expect(listErrors(run)).toEqual([expect.stringContaining('"environmentVariables[0].value" *** is bad')])
    for (const [where, text] of Object.entries(collectTexts(run, folder))) {
      expect(text, where).not.toContain('horse')
    }
  })

  test.concurrent('as parts of words of the log: these stay whole where programs read them', async ({
    startApi,
    folder,
  }) => {
    const values = ['nobody', 'sess', 'fail', 'PASS', 'eu-central-1', 'Broken', 'test', '2026', 'rue']
    const api = await startApi({ checks: CHECKS })
    const secretEnv = values.map((one, index) => `S${index}=${one}`).join('\n')
    const inputs = { ...PREVIEW, tags: 'broken\npreview', 'secret-env': secretEnv, 'report-dir': 'reports' }
    const run = await runStep(api, inputs, { workspace: folder })
    const [session] = api.testSessions.list()
    expect(run.code).toBe(1)
    expect(run.outputs).toMatchObject({
      outcome: 'failed',
      passed: 'false',
      status: 'FAILED',
      'session-type': 'test',
      'test-session-ids': JSON.stringify([session?.plan.id]),
      'results-total': '3',
      'results-passed': '2',
      'results-failed': '1',
    })
    expect(Number(run.outputs['time-elapsed'])).not.toBeNaN()
    const results: { status: string; resultType: string; startedAt: string }[] = JSON.parse(
      run.outputs['results'] ?? '',
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['FAILED', 'PASSED', 'PASSED'])
    expect(results.map(({ resultType }) => resultType)).toEqual(['FINAL', 'FINAL', 'FINAL'])
    for (const { startedAt } of results) expect(Date.parse(startedAt)).not.toBeNaN()
    // What people read has none of them, where they are more than a number.
    const { said = '' } = collectTexts(run, folder)
    expect(said).not.toMatch(/nobody|eu-central-1|Broken/)
    expect(said).toContain('*** is alerted')
  })

  test.concurrent('in the address and the tags that the step was given', async ({ startApi, folder }) => {
    const secret = 'p@ss_word-1!'
    const api = await startApi({ checks: CHECKS })
    const inputs = {
      ...PREVIEW,
      tags: `preview\n${secret}`,
      'environment-url': `https://pr-7.example.com/${secret}/`,
      'secret-env': `SHOP=${secret}`,
      'report-dir': 'reports',
    }
    const run = await runStep(api, inputs, { workspace: folder })
    expect(run.outputs['outcome']).toBe('passed')
    expect(showText(run.summary)).toContain('pr-7.example.com/***/')
    for (const [where, text] of Object.entries(collectTexts(run, folder))) {
      expect(showText(text), where).not.toContain(secret)
    }
  })

  test.concurrent('as words of the formats: the files stay valid', async ({ startApi, folder }) => {
    const api = await startApi({ checks: CHECKS })
    const words = ['failure', 'testsuite', 'name', 'skipped', 'time']
    const secretEnv = words.map((word, index) => `S${index}=${word}`).join('\n')
    const inputs = { ...PREVIEW, tags: 'broken\npreview', 'secret-env': secretEnv, 'report-dir': 'reports' }
    const run = await runStep(api, inputs, { workspace: folder })
    const read = (name: string): string => readFileSync(run.outputs[`report-${name}`] ?? '', 'utf8')
    expect(read('junit')).toMatch(/^<testsuites name="Checkly" tests="3" failures="1" errors="0" time=/m)
    expect(read('junit').match(/<(failure|testcase) [a-z]+="/g)).toHaveLength(4)
    expect(JSON.parse(read('json'))).toHaveProperty('formatVersion')
  })

  test.concurrent('as a part of a status: it is not hidden, and a warning says so', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, { ...PREVIEW, 'secret-env': 'MODE=PASS' })
    expect(run.outputs).toMatchObject({ outcome: 'passed', status: 'PASSED' })
    expect(run.stdout).toMatch(/^::warning::.*a line of MODE is sent, but not hidden/m)
  })

  test.concurrent('and ids stay as they are, though a value stands in them', async ({ startApi, folder }) => {
    const api = await startApi({ checks: CHECKS })
    const pieces = [LOGIN.slice(0, 8), ORDERS.slice(-12)]
    const secretEnv = pieces.map((piece, index) => `S${index}=${piece}`).join('\n')
    const inputs = { ...PREVIEW, 'secret-env': secretEnv, 'report-dir': 'reports' }
    const run = await runStep(api, inputs, { workspace: folder })
    const results: { checkId: string }[] = JSON.parse(run.outputs['results'] ?? '')
    expect(results.map(({ checkId }) => checkId)).toEqual([LOGIN, ORDERS])
    expect(run.outputs).toMatchObject({ outcome: 'passed', 'results-passed': '2' })
  })
})

describe('what answers hold and nobody may see is nowhere', () => {
  const canaries = [...Object.values(LOCATION_CANARIES), ASSET_CANARY]

  test.concurrent.for([
    ['an unknown private location', { 'private-location': 'my-offiec' }, 404],
    ['no match in a private location', { 'private-location': 'office-berlin', tags: 'nobody' }, 404],
    [
      'a private location of which no agent is seen',
      { 'private-location': 'office-silent', timeout: '4' },
      404,
    ],
  ] as const)('with %s', async ([, inputs, unknownPlace], { startApi, folder }) => {
    const api = await startApi({
      checks: CHECKS,
      privateLocations: [
        { slugName: 'office-berlin' },
        { slugName: 'office-silent', lastSeenAgoMs: 86_400_000, agentCount: 0 },
      ],
      testSessionRules: { unknownPlace, behaviour: { durationMs: 'manual' } },
    })
    const run = await runStep(
      api,
      { ...PREVIEW, 'report-dir': 'reports', ...inputs },
      { workspace: folder, env: DEBUG },
    )
    expect(run.code).toBe(1)
    expect(run.stdout).toMatch(/^::debug::/m)
    for (const [where, text] of Object.entries(collectTexts(run, folder))) {
      for (const canary of canaries) expect(text, where).not.toContain(canary)
    }
  })

  test.concurrent('with the whole list of private locations in the place of another answer', async ({
    startApi,
    folder,
  }) => {
    const api = await startApi({ checks: CHECKS })
    const lists = api.locations.renderPrivate()
    const respond = { kind: 'respond', status: 200, json: { privateLocations: lists } } as const
    api.faults.add({ route: 'private-locations', behaviour: respond })
    const inputs = {
      ...PREVIEW,
      tags: 'nobody',
      'private-location': 'office-berlin',
      'report-dir': 'reports',
    }
    const run = await runStep(api, inputs, { workspace: folder, env: DEBUG })
    expect(api.log.filter(({ route }) => route === 'private-locations').length).toBeGreaterThan(0)
    for (const [where, text] of Object.entries(collectTexts(run, folder))) {
      for (const canary of canaries) expect(text, where).not.toContain(canary)
    }
  })

  test.concurrent('with traces and videos of what failed', async ({ startApi, folder }) => {
    const checks = FAILING_PREVIEW.map((check) => ({ ...check, status: 'FAILED' as const }))
    const session = buildTestSession({ checks, ended: true })
    const api = await startApi({ testSessions: [session] })
    const inputs = { 'test-session-id': session.id, 'report-dir': 'reports' }
    const run = await runStep(api, inputs, { workspace: folder, env: DEBUG })
    expect(api.log.filter(({ route }) => route === 'test-result').length).toBeGreaterThan(2)
    for (const [where, text] of Object.entries(collectTexts(run, folder))) {
      for (const canary of canaries) expect(text, where).not.toContain(canary)
    }
  })
})
