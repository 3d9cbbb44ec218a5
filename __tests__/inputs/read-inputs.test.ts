import { describe, expect, test } from 'vitest'
import type { Selection } from '../../src/inputs/choose-selection.ts'
import { INPUT_DEFAULTS, type InputName } from '../../src/inputs/input-defaults.ts'
import { InputError } from '../../src/inputs/input-error.ts'
import { type Inputs, readInputs } from '../../src/inputs/read-inputs.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const OTHER = '7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d'
const NEEDED = { 'api-key': 'cu_key', 'check-session-id': ID }
const START = { 'check-session-id': '', tags: 'a' }
const AWAITED: Selection = { kind: 'await', sessionType: 'check', sessionIds: [ID], environmentUrl: null }
const STARTED = { kind: 'start', sessionType: 'check' } as const

type Given = Partial<Record<InputName, string>>

function read(given: Given, env: NodeJS.ProcessEnv = {}): Promise<Inputs> {
  return readInputs((name) => given[name] ?? '', env)
}

/** The message of the refusal; fails when there is none. */
async function refuse(given: Given): Promise<string> {
  const refused = await read(given).then(
    () => null,
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(InputError)
  return (refused as InputError).message
}

describe('the inputs', async () => {
  test('have their defaults when they are empty, as when the action is run outside a runner', async () => {
    const { apiUrl, ...others } = await read(NEEDED)
    expect(apiUrl.href).toBe('https://api.checklyhq.com/')
    expect(others).toEqual({
      apiKey: 'cu_key',
      accountId: null,
      selection: { kind: 'await', sessionType: 'check', sessionIds: [ID], environmentUrl: null },
      refreshCache: false,
      failOnNoMatching: true,
      detach: false,
      timeoutMs: 600_000,
      maxWaitSeconds: 30,
      startedAfterMs: null,
      passingStatuses: ['PASSED'],
      failFast: false,
      cancelUnfinished: false,
      jobSummary: 'always',
      annotations: true,
      failureDetails: true,
      reportDir: null,
      notes: [],
      warnings: [],
    })
  })

  test('are the same when the runner gives the defaults of action.yml', async () => {
    expect(await read({ ...INPUT_DEFAULTS, ...NEEDED })).toEqual(await read(NEEDED))
  })

  const CASES: [Given, Partial<Inputs>][] = [
    [{ timeout: ' 90\n' }, { timeoutMs: 90_000 }],
    [{ timeout: '432000' }, { timeoutMs: 432_000_000 }],
    [{ 'max-wait-seconds': '5' }, { maxWaitSeconds: 5 }],
    [{ 'passing-statuses': 'PASSED, DEGRADED' }, { passingStatuses: ['PASSED', 'DEGRADED'] }],
    [{ 'account-id': ID.toUpperCase() }, { accountId: ID }],
    [{ 'job-summary': 'on-failure' }, { jobSummary: 'on-failure' }],
    [{ 'fail-fast': 'true' }, { failFast: true }],
    [{ 'cancel-unfinished': 'True' }, { cancelUnfinished: true }],
    [{ annotations: 'false' }, { annotations: false }],
    [{ 'failure-details': 'FALSE' }, { failureDetails: false }],
    [{ ...START, 'fail-on-no-matching': 'false' }, { failOnNoMatching: false }],
    [{ ...START, 'refresh-cache': 'true' }, { refreshCache: true }],
    [{ ...START, 'session-type': 'Check' }, { selection: { ...STARTED, checkIds: [], tags: [['a']] } }],
    [{ 'session-type': 'check' }, { selection: AWAITED }],
    [{ 'started-after': '2026-11-26T10:00:00Z' }, { startedAfterMs: 1_795_687_200_000 }],
    [{ retries: '', location: ' \n', 'allow-deactivated': 'False', env: '\n' }, { selection: AWAITED }],
    [{ 'report-dir': ' reports/checkly ' }, { reportDir: 'reports/checkly' }],
    [{ 'check-session-id': `${ID}\n${OTHER}` }, { selection: { ...AWAITED, sessionIds: [ID, OTHER] } }],
    [
      { 'check-session-id': '', tags: 'a,b', detach: 'true' },
      { detach: true, selection: { ...STARTED, checkIds: [], tags: [['a', 'b']] } },
    ],
    [{ 'check-session-id': ' ', 'check-id': ID }, { selection: { ...STARTED, checkIds: [ID], tags: [] } }],
  ]
  test.each(CASES)('%j is read as %j', async (given, expected) => {
    expect(await read({ ...NEEDED, ...given })).toMatchObject(expected)
  })

  test.each([
    ['an input before the environment', 'cu_input', 'cu_env', 'cu_input'],
    ['the environment when the input is empty', '', ' cu_env\n', 'cu_env'],
    ['the environment when the input is blank', ' \n', 'cu_env', 'cu_env'],
  ])('take %s', async (_what, input, env, key) => {
    const inputs = await read(
      { ...NEEDED, 'api-key': input },
      { CHECKLY_API_KEY: env, CHECKLY_ACCOUNT_ID: ` ${OTHER}` },
    )
    expect(inputs).toMatchObject({ apiKey: key, accountId: OTHER })
  })

  test('that are wrong are all named in one error', async () => {
    const refusal = await refuse({ 'account-id': 'x', timeout: '10m', 'api-url': 'nonsense', detach: 'no' })
    for (const part of [
      'Input api-key is missing',
      'Input account-id: the given value',
      'Input timeout: "10m"',
      'Input api-url: "nonsense"',
      'Input detach: "no"',
      'No sessions are chosen',
    ]) {
      expect(refusal).toContain(part)
    }
  })

  test.each([
    [{ detach: 'true' }, 'Input detach: "true" goes with check-id or tags'],
    [{ 'refresh-cache': 'TRUE' }, 'Input refresh-cache: "TRUE" goes with check-id or tags'],
    [{ 'fail-on-no-matching': 'false' }, 'Input fail-on-no-matching: "false" goes with check-id or tags'],
    [{ 'session-type': 'test' }, 'Input session-type: "test" contradicts check-session-id'],
    [
      { 'session-type': 'tests' },
      'Input session-type: "tests" cannot be used, it must be one of check, test',
    ],
    [{ 'check-id': ID }, 'Both check-session-id and check-id are given'],
    [{ 'check-id': ID, tags: 'a' }, 'check-session-id, check-id and tags are given'],
    [{ 'test-session-id': ID }, 'Both check-session-id and test-session-id are given'],
    [{ 'check-session-id': '', 'check-id': ID, tags: 'a' }, 'Both check-id and tags are given: together'],
    [
      { 'check-session-id': '', 'test-session-id': ID, 'session-type': 'check' },
      'Input session-type: "check" contradicts test-session-id, whose sessions are test sessions',
    ],
    [
      { location: 'eu-west-1' },
      'Input location is only for test sessions that the step starts; sessions given by',
    ],
    [
      { ...START, env: 'A=b', retries: '0', 'allow-deactivated': 'true' },
      'Inputs env, retries and allow-deactivated are only for test sessions that the step starts; give session-type: test',
    ],
    [
      {
        'check-session-id': '',
        'test-session-id': ID,
        location: 'eu-west-1',
        'environment-url': 'https://a.dev',
      },
      'Input location is only for test sessions that the step starts; sessions given by test-session-id run already.',
    ],
  ] as [Given, string][])('that do not go together are refused: %j', async (given, problem) => {
    expect(await refuse({ ...NEEDED, ...given })).toContain(problem)
  })

  test('that are given the wrong way round are told to be so, and neither is shown', async () => {
    const key = 'cu_5f0c2d9e7a814b36a1e4c8d27b90f653'
    const refusal = await refuse({ ...NEEDED, 'api-key': OTHER, 'account-id': key })
    expect(refusal).toContain('Input account-id: the given value cannot be used')
    expect(refusal).toContain('api-key and account-id seem to be swapped')
    for (const secret of [key, OTHER]) expect(refusal).not.toContain(secret)
  })

  test.each([
    [{ timeout: '5\u200b' }, 'timeout: "5\u200b" cannot', 'U+200B ZERO WIDTH SPACE at position 2'],
    [
      { 'account-id': `${ID.slice(0, 8)}\u2060${ID.slice(8)}` },
      'account-id',
      'U+2060 WORD JOINER at position 9',
    ],
    [
      { 'check-session-id': `${ID} \u200e${OTHER}` },
      'check-session-id',
      'U+200E LEFT-TO-RIGHT MARK at position 1',
    ],
    [{ 'check-session-id': `\u200b${ID}` }, 'check-session-id', 'U+200B ZERO WIDTH SPACE at position 1'],
    [{ 'report-dir': 're\u200bports' }, 'report-dir', 'U+200B ZERO WIDTH SPACE at position 3'],
    [{ 'api-key': 'cu_a\u00a0b' }, 'api-key', 'U+00A0 NO-BREAK SPACE at position 5'],
    [{ detach: 'tr\u00adue' }, 'detach', 'U+00AD SOFT HYPHEN at position 3'],
    [
      { 'passing-statuses': 'PASSED\ufeff\u200b' },
      'passing-statuses',
      'U+FEFF ZERO WIDTH NO-BREAK SPACE at position 7',
    ],
    [{ 'job-summary': '\u202ealways' }, 'job-summary', 'U+202E RIGHT-TO-LEFT OVERRIDE at position 1'],
    [{ 'api-url': 'https\u200b://api.checklyhq.com' }, 'api-url', 'U+200B ZERO WIDTH SPACE at position 6'],
  ] as [Given, string, string][])(
    'with a character that nobody sees name it: %j',
    async (given, name, character) => {
      expect(await refuse({ ...NEEDED, ...given })).toContain(`Input ${name}`)
      expect(await refuse({ ...NEEDED, ...given })).toContain(character)
    },
  )

  test.each([
    'https://example.com/#s3cret',
    'https://example.com/?key=s3cret',
    'https://me:s3cret@example.com',
  ])('an address that may hold a secret is not shown: %s', async (url) => {
    const refusal = await refuse({ ...NEEDED, 'api-url': url })
    expect(refusal).toContain('Input api-url: the given value cannot be used')
    expect(refusal).not.toContain('s3cret')
  })

  test('that are wrong are shown, also with characters that make an address doubtful', async () => {
    expect(await refuse({ ...NEEDED, timeout: '5 @ night?' })).toContain('Input timeout: "5 @ night?" cannot')
  })

  test('that are long are cut in the error, and the key is never in it', async () => {
    const refusal = await refuse({ ...NEEDED, 'api-key': 'cu_secret with blanks', timeout: 'x'.repeat(5000) })
    expect(refusal).toContain(`"${'x'.repeat(200)}…"`)
    expect(refusal).not.toContain('cu_secret')
  })
})
