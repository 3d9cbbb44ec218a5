import { describe, expect, test } from 'vitest'
import { INPUT_DEFAULTS, type InputName } from '../../src/inputs/input-defaults.ts'
import { InputError, type Inputs, readInputs } from '../../src/inputs/read-inputs.ts'
import { listSecrets } from '../../src/secrets/mask-secrets.ts'

const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'
const OTHER = '7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d'
const NEEDED = { 'api-key': 'cu_key', 'check-session-id': ID }

type Given = Partial<Record<InputName, string>>

function read(given: Given, env: NodeJS.ProcessEnv = {}): Inputs {
  return readInputs((name) => given[name] ?? '', env)
}

describe('the inputs', () => {
  test('have their defaults when they are empty, as when the action is run outside a runner', () => {
    const { apiUrl, ...others } = read(NEEDED)
    expect(apiUrl.href).toBe('https://api.checklyhq.com/')
    expect(others).toEqual({
      apiKey: 'cu_key',
      accountId: null,
      selection: { kind: 'await', sessionIds: [ID] },
      refreshCache: false,
      failOnNoMatching: true,
      detach: false,
      timeoutMs: 600_000,
      maxWaitSeconds: 30,
      passingStatuses: ['PASSED'],
      failFast: false,
      cancelUnfinished: false,
      jobSummary: 'always',
      annotations: true,
      failureDetails: true,
      reportDir: null,
    })
  })

  test('are the same when the runner gives the defaults of action.yml', () => {
    expect(read({ ...INPUT_DEFAULTS, ...NEEDED })).toEqual(read(NEEDED))
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
    [{ 'fail-on-no-matching': 'false' }, { failOnNoMatching: false }],
    [{ 'refresh-cache': 'true' }, { refreshCache: true }],
    [{ 'report-dir': ' reports/checkly ' }, { reportDir: 'reports/checkly' }],
    [{ 'check-session-id': `${ID}\n${OTHER}` }, { selection: { kind: 'await', sessionIds: [ID, OTHER] } }],
    [
      { 'check-session-id': '', 'check-id': ID, tags: 'a,b', detach: 'true' },
      { detach: true, selection: { kind: 'start', checkIds: [ID], tags: [['a', 'b']] } },
    ],
    [{ 'check-session-id': ' ', tags: 'a' }, { selection: { kind: 'start', checkIds: [], tags: [['a']] } }],
  ]
  test.each(CASES)('%j is read as %j', (given, expected) => {
    expect(read({ ...NEEDED, ...given })).toMatchObject(expected)
  })

  test.each([
    ['an input before the environment', 'cu_input', 'cu_env', 'cu_input'],
    ['the environment when the input is empty', '', ' cu_env\n', 'cu_env'],
    ['the environment when the input is blank', ' \n', 'cu_env', 'cu_env'],
  ])('take %s', (_what, input, env, key) => {
    const inputs = read(
      { ...NEEDED, 'api-key': input },
      { CHECKLY_API_KEY: env, CHECKLY_ACCOUNT_ID: ` ${OTHER}` },
    )
    expect(inputs).toMatchObject({ apiKey: key, accountId: OTHER })
  })

  test('that are wrong are all named in one error', () => {
    const refuse = (): unknown =>
      read({ 'account-id': 'x', timeout: '10m', 'api-url': 'nonsense', detach: 'no' })
    expect(refuse).toThrow(InputError)
    for (const part of [
      'Input api-key is missing',
      'Input account-id: "x"',
      'Input timeout: "10m"',
      'Input api-url: "nonsense"',
      'Input detach: "no"',
      'No sessions are chosen',
    ]) {
      expect(refuse).toThrow(part)
    }
  })

  test('that choose sessions that run already cannot be detached from', () => {
    expect(() => read({ ...NEEDED, detach: 'true' })).toThrow(
      'Input detach: "true" goes with check-id or tags',
    )
  })

  test.each([
    'https://example.com/#s3cret',
    'https://example.com/?key=s3cret',
    'https://me:s3cret@example.com',
  ])('an address that may hold a secret is not shown: %s', (url) => {
    const refuse = (): unknown => read({ ...NEEDED, 'api-url': url })
    expect(refuse).toThrow('Input api-url: the given value cannot be used')
    expect(refuse).not.toThrow('s3cret')
  })

  test('that are wrong are shown, also with characters that make an address doubtful', () => {
    expect(() => read({ ...NEEDED, timeout: '5 @ night?' })).toThrow('Input timeout: "5 @ night?" cannot')
  })

  test('that are long are cut in the error, and the key is never in it', () => {
    const refuse = (): unknown =>
      read({ ...NEEDED, 'api-key': 'cu_secret with blanks', timeout: 'x'.repeat(5000) })
    expect(refuse).toThrow(`"${'x'.repeat(200)}…"`)
    expect(refuse).not.toThrow('cu_secret')
  })
})

describe('secrets to mask', () => {
  test.each([
    ['', {}, []],
    [' \n', { CHECKLY_API_KEY: ' ' }, []],
    [' cu_a\n', {}, [' cu_a\n']],
    ['cu_a', { CHECKLY_API_KEY: 'cu_another' }, ['cu_a', 'cu_another']],
    ['cu_a', { CHECKLY_API_KEY: 'false' }, ['cu_a']],
    ['', { CHECKLY_API_KEY: 'false' }, ['false']],
    [' \n', { CHECKLY_API_KEY: 'false' }, ['false']],
    ['cu_a', { CHECKLY_API_KEY: ' seven77 ' }, ['cu_a']],
    ['cu_a', { CHECKLY_API_KEY: 'eight888' }, ['cu_a', 'eight888']],
  ])('of %j and %j are %j', (key, env, secrets) => {
    expect(listSecrets((name) => (name === 'api-key' ? key : 'other'), env)).toEqual(secrets)
  })
})
