import { readFileSync } from 'node:fs'
import { describe, expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { buildTestSession } from '../../simulator/build-test-session.ts'
import type { CheckScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { RunResult } from '../../testing/run-action.ts'
import { writeDeployment } from './preview.ts'
import { runGate, runStep, showText, test } from './support.ts'

const PREVIEW = 'https://pr-42.preview.example.com'
const START = { 'session-type': 'test', tags: 'shop', 'environment-url': PREVIEW }

/** An API check that calls a path of the address that it is given, or one that is its own. */
function callCheck(name: string, url: string, status: 'PASSED' | 'FAILED' = 'PASSED'): CheckScript {
  return { name, tags: ['shop'], test: { durationMs: 10, url, status } }
}

const OWN = (name: string): CheckScript => callCheck(name, '{{ENVIRONMENT_URL}}/api')
const OTHER = (name: string): CheckScript => callCheck(name, 'https://shop.example.com/api')
const OF_TYPE = (name: string, checkType: string): CheckScript => ({
  name,
  tags: ['shop'],
  checkType,
  test: { durationMs: 10 },
})

/** The results that were asked for, each once for every request. */
const listRead = (api: Pick<Simulator, 'log'>): string[] =>
  api.log.filter(({ route }) => route === 'test-result').map(({ path }) => path.split('/').at(-1) ?? '')

const listWarnings = (run: RunResult): string[] =>
  run.lines.filter((line) => line.startsWith('::warning')).map((line) => line.replace(/^.*?::.*?::/, ''))

describe('with an address, the step says which checks called it', () => {
  test.concurrent('API checks that called another host are named in a warning, and the step stays green', async ({
    startApi,
  }) => {
    const checks = [...['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(OWN), OTHER('Login'), OWN('H')]
    const api = await startApi({ checks })
    const run = await runStep(api, START)
    const says = '8 of 9 API checks called pr-42.preview.example.com, 1 another: Login (shop.example.com).'
    expect(run).toMatchObject({ code: 0, outputs: { outcome: 'passed' } })
    expect(listWarnings(run)).toEqual([says])
    expect(showText(run.summary)).toContain(
      '⚠️ 8 of 9 API checks called that host, 1 another: Login (shop.example.com).',
    )
    expect(listRead(api)).toHaveLength(9)
    // A check may call an address and look at nothing there.
    expect(`${run.stdout}${showText(run.summary)}`).not.toMatch(/\btested\b/)
  })

  test.concurrent('where all called it, that is said, and is no warning', async ({ startApi }) => {
    const run = await runStep(await startApi({ checks: [OWN('A'), OWN('B'), OWN('C')] }), START)
    expect(listWarnings(run)).toEqual([])
    expect(run.lines).toContain('All 3 API checks called pr-42.preview.example.com.')
    expect(showText(run.summary)).toContain('All 3 API checks called that host.')
  })

  test.concurrent('of more API checks ten are read, and of the others it is not known', async ({
    startApi,
  }) => {
    const names = Array.from({ length: 14 }, (_, index) => `Check ${index}`)
    const api = await startApi({ checks: names.map(OWN) })
    const run = await runStep(api, START)
    expect(listRead(api)).toHaveLength(10)
    expect(run.lines).toContain('10 of 14 API checks called pr-42.preview.example.com. Of 4 it is not known.')
  })

  test.concurrent('what is read of a check that failed is read once, and counts for nothing', async ({
    startApi,
  }) => {
    const passing = Array.from({ length: 11 }, (_, index) => OWN(`Check ${index}`))
    const failing = callCheck('Broken', '{{ENVIRONMENT_URL}}/api', 'FAILED')
    const api = await startApi({ checks: [...passing, failing] })
    const run = await runStep(api, START)
    const read = listRead(api)
    expect(run.outputs).toMatchObject({ outcome: 'failed' })
    expect(run.stdout).toContain('status code: expected 200, was 503')
    expect(run.lines).toContain('11 of 12 API checks called pr-42.preview.example.com. Of 1 it is not known.')
    expect(new Set(read).size).toBe(read.length)
    expect(read).toHaveLength(10 + 1)
  })

  test.concurrent('monitors that see no variables are named by their type, and code is not judged', async ({
    startApi,
  }) => {
    const types = ['URL', 'TCP', 'DNS', 'ICMP', 'HEARTBEAT', 'SSL', 'GRPC', 'TRACEROUTE']
    const code = ['BROWSER', 'MULTI_STEP', 'PLAYWRIGHT', 'AGENTIC', 'NEW_KIND']
    const api = await startApi({ checks: [...types, ...code].map((type) => OF_TYPE(`My ${type}`, type)) })
    const run = await runStep(api, START)
    expect(listRead(api)).toEqual([])
    expect(listWarnings(run)).toEqual([])
    const said = showText(run.summary)
    expect(said).toContain('Kept to their configured target: My URL (URL monitor), My TCP (TCP monitor)')
    expect(said).toContain('and 3 more.')
    expect(said).toContain(
      'Not known what was called: 1 browser check, 1 multistep check, 1 Playwright check suite, 1 agentic check, 1 check of type NEW_KIND.',
    )
  })

  test.concurrent('the address of a deployment_status and one in env are looked at too', async ({
    startApi,
    folder,
  }) => {
    const checks = [OWN('A'), OTHER('Login')]
    const { 'environment-url': _, ...start } = START
    const env = writeDeployment(folder, PREVIEW)
    const runs = await Promise.all([
      runGate(await startApi({ checks }), start, { env }),
      runGate(await startApi({ checks }), { ...start, env: `ENVIRONMENT_URL=${PREVIEW}` }),
    ])
    for (const run of runs) {
      expect(listWarnings(run)).toEqual([
        '1 of 2 API checks called pr-42.preview.example.com, 1 another: Login (shop.example.com).',
      ])
      expect(showText(run.summary)).toContain('Address given to the checks')
    }
  })

  test.concurrent('sessions that something else started are looked at when the address is given', async ({
    startApi,
  }) => {
    const checks = [
      { name: 'A', url: `${PREVIEW}/a` },
      { name: 'Login', url: 'https://shop.example.com/' },
    ]
    const session = buildTestSession({ checks, ended: true })
    const api = await startApi({ testSessions: [session] })
    const run = await runStep(api, { 'test-session-id': session.id, 'environment-url': PREVIEW })
    expect(listWarnings(run)).toEqual([
      '1 of 2 API checks called pr-42.preview.example.com, 1 another: Login (shop.example.com).',
    ])
  })

  test.concurrent('the JSON report has it', async ({ startApi, folder }) => {
    const api = await startApi({ checks: [OWN('A'), OTHER('Login'), OF_TYPE('Page', 'URL')] })
    const run = await runStep(api, { ...START, 'report-dir': 'report' }, { workspace: folder })
    const report = JSON.parse(readFileSync(run.outputs['report-json'] ?? '', 'utf8'))
    expect(report).toMatchObject({
      environmentUrl: PREVIEW,
      addressUse: {
        host: 'pr-42.preview.example.com',
        called: [{ name: 'A', type: 'API' }],
        calledOther: [{ check: { name: 'Login' }, host: 'shop.example.com' }],
        notRead: [],
        fixed: [{ name: 'Page', type: 'URL' }],
        notKnown: [],
      },
    })
  })
})

describe('it costs no request', () => {
  const checks = [OWN('A'), OTHER('Login'), OF_TYPE('Page', 'URL')]
  const withoutAddress = { 'session-type': 'test', tags: 'shop' }
  test.concurrent.for<[string, Record<string, string>, string[]]>([
    ['without an address', withoutAddress, []],
    ['with one that is a secret', { ...withoutAddress, 'secret-env': `ENVIRONMENT_URL=${PREVIEW}` }, []],
    [
      'with failure-details: false, where types alone tell',
      { ...START, 'failure-details': 'false' },
      ['What 2 API checks called is not known.', 'Kept to its configured target: Page (URL monitor).'],
    ],
    ['when nobody waits', { ...START, detach: 'true' }, []],
  ])('%s', async ([, inputs, said], { startApi }) => {
    const api = await startApi({ checks })
    const run = await runStep(api, inputs)
    expect(run.code).toBe(0)
    expect(listRead(api)).toEqual([])
    expect(run.lines.filter((line) => /configured target|API checks? called/.test(line))).toEqual(said)
    // A green gate of a preview that was given no address is told on the page too.
    const isTold = showText(run.summary).includes('**Address given to the checks:** none, so they test what')
    expect(isTold).toBe(inputs === withoutAddress)
  })

  test.concurrent('with check sessions', async ({ startApi }) => {
    const session = buildSession({ name: 'A', ended: true })
    const api = await startApi({ sessions: [session] })
    await runStep(api, { 'check-session-id': session.id })
    expect(api.log.filter(({ route }) => route.endsWith('result'))).toEqual([])
  })
})

test.concurrent('a result that cannot be read leaves the step as it is', async ({ startApi }) => {
  const api = await startApi({
    checks: [OWN('A'), OWN('B')],
    faults: [{ route: 'test-result', behaviour: { kind: 'respond', status: 500 } }],
  })
  const run = await runStep(api, START)
  expect(run).toMatchObject({ code: 0, outputs: { outcome: 'passed' } })
  expect(run.lines).toContain('What 2 API checks called is not known.')
})
