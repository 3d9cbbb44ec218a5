import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputName } from '../../src/inputs/input-defaults.ts'
import { InputError } from '../../src/inputs/input-error.ts'
import { createToken } from '../../src/inputs/name-session.ts'
import { type Inputs, readInputs } from '../../src/inputs/read-inputs.ts'
import type { TestStart } from '../../src/inputs/read-test-start.ts'

const ID = '7c1f0d52-88a4-4c0e-9a51-0d6a1f2b3c4d'
const SHA = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e'

type Given = Partial<Record<InputName, string>>

const START: Given = { 'api-key': 'cu_key', 'session-type': 'test', tags: 'preview' }
const JOB = {
  GITHUB_REPOSITORY: 'acme/shop',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_WORKFLOW: 'Deploy',
  GITHUB_REF_NAME: 'main',
  GITHUB_RUN_NUMBER: '42',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_SHA: SHA,
  GITHUB_ACTOR: 'mona',
  GITHUB_EVENT_NAME: 'push',
}

let folder = ''
let workspace = ''
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'checkly-gate-test-')))
  workspace = join(folder, 'workspace')
  mkdirSync(workspace)
})
afterAll(() => rmSync(folder, { recursive: true }))

function read(given: Given, env: NodeJS.ProcessEnv = {}): Promise<Inputs> {
  const all = { ...JOB, GITHUB_WORKSPACE: workspace, ...env }
  return readInputs((name) => ({ ...START, ...given })[name] ?? '', all)
}

/** The message of the refusal; none when it is none. */
async function refuse(given: Given, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const refused = await read(given, env).then(
    () => null,
    (error: unknown) => error,
  )
  expect(refused).toBeInstanceOf(InputError)
  return (refused as InputError).message
}

async function readStart(given: Given, env: NodeJS.ProcessEnv = {}): Promise<TestStart> {
  const { selection } = await read(given, env)
  if (selection.kind !== 'start' || selection.sessionType !== 'test') throw new Error('no test sessions')
  return selection
}

/** Variables of the runner for an event that is written to a file. */
function writeEvent(name: string, event: unknown): NodeJS.ProcessEnv {
  const path = join(folder, 'event.json')
  writeFileSync(path, typeof event === 'string' ? event : JSON.stringify(event))
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path }
}

function writeDeployment(url: unknown): NodeJS.ProcessEnv {
  return writeEvent('deployment_status', {
    deployment: { sha: SHA, ref: 'voucher', environment: 'Preview', creator: { login: 'vercel[bot]' } },
    deployment_status: { environment_url: url },
  })
}

describe('a start of test sessions', () => {
  test('has the defaults of the interface', async () => {
    const { selection, notes, warnings } = await read({})
    expect(selection).toEqual({
      kind: 'start',
      sessionType: 'test',
      checkIds: [],
      tags: [['preview']],
      locations: [{ code: 'eu-central-1', isPrivate: false }],
      variables: [],
      environmentUrl: null,
      lacksAddress: true,
      name: expect.stringMatching(/^acme\/shop · Deploy · main · run 42 · [0-9a-z]{12}$/),
      nameToken: expect.stringMatching(/^[0-9a-z]{12}$/),
      retries: 0,
      allowDeactivated: false,
      metadata: {
        environment: null,
        repoUrl: 'https://github.com/acme/shop',
        commitId: SHA,
        branchName: 'main',
        commitMessage: null,
        commitOwner: 'mona',
      },
    })
    expect(notes).toEqual([
      'No location is given: the checks run in eu-central-1.',
      'No environment-url is given: the checks get no ENVIRONMENT_URL and test their configured addresses.',
    ])
    expect(warnings).toEqual([])
  })

  test('is never inferred: without session-type check sessions are started', async () => {
    expect((await read({ 'session-type': '' })).selection).toMatchObject({ sessionType: 'check' })
  })

  const CASES: [Given, Partial<TestStart>][] = [
    [
      { tags: '', 'check-id': ID },
      { checkIds: [ID], tags: [] },
    ],
    [
      { location: 'us-east-1, EU-West-1\nus-east-1' },
      {
        locations: [
          { code: 'us-east-1', isPrivate: false },
          { code: 'eu-west-1', isPrivate: false },
        ],
      },
    ],
    [{ 'private-location': 'my-dc' }, { locations: [{ code: 'my-dc', isPrivate: true }] }],
    [
      { location: 'eu-west-1', 'private-location': 'my-dc eu-west-1' },
      {
        locations: [
          { code: 'eu-west-1', isPrivate: false },
          { code: 'my-dc', isPrivate: true },
        ],
      },
    ],
    [{ 'test-session-name': 'Preview of #7' }, { name: 'Preview of #7', nameToken: null }],
    [
      { retries: '10', 'allow-deactivated': 'true' },
      { retries: 10, allowDeactivated: true },
    ],
    [
      { env: 'A=b ', 'secret-env': 'TOKEN=hunter22' },
      {
        variables: [
          { name: 'A', value: 'b ', secret: false },
          { name: 'TOKEN', value: 'hunter22', secret: true },
        ],
      },
    ],
    [
      { 'environment-url': 'https://pr-7.example.com/?a=b#c' },
      {
        environmentUrl: 'https://pr-7.example.com/',
        variables: [{ name: 'ENVIRONMENT_URL', value: 'https://pr-7.example.com/?a=b#c', secret: false }],
      },
    ],
    [{ env: 'ENVIRONMENT_URL=http://x.dev' }, { environmentUrl: 'http://x.dev' }],
    [{ env: 'ENVIRONMENT_URL=$HOST' }, { environmentUrl: null }],
    [{ 'secret-env': 'ENVIRONMENT_URL=https://x.dev' }, { environmentUrl: null }],
    [{ env: 'ENVIRONMENT_URL=https://me:pw@x.dev' }, { environmentUrl: null }],
  ]
  test.each(CASES)('%j is read as %j', async (given, expected) => {
    expect(await readStart(given)).toMatchObject(expected)
  })

  test.each<[Given, string]>([
    [{ location: 'eu west!' }, 'Input location: "eu west!" cannot be used'],
    [{ location: 'eu-west-1 é' }, '"é" is not one'],
    [{ 'private-location': '\u200bmy-dc' }, 'U+200B ZERO WIDTH SPACE at position 1'],
    [
      { retries: '11' },
      'Input retries: "11" cannot be used, it must be a whole number of retries from 0 to 10',
    ],
    [{ retries: '-1' }, 'from 0 to 10'],
    [{ 'allow-deactivated': 'yes' }, 'Input allow-deactivated: "yes"'],
    [
      { 'test-session-name': 'a\nb' },
      'Input test-session-name: the given value cannot be used, it must be one line of text',
    ],
    [{ environment: 'a\nb' }, 'Input environment'],
    [{ 'environment-url': 'pr-7.example.com' }, 'Input environment-url: "pr-7.example.com" cannot be used'],
    [{ 'environment-url': 'ftp://x.dev' }, 'http:// or https://'],
    [{ 'environment-url': 'https://x.dev/a b' }, 'http:// or https://'],
    [
      { 'environment-url': 'https://me:hunter22@x.dev' },
      'Input environment-url: the given value cannot be used',
    ],
    [
      { 'environment-url': 'https://x.dev', env: 'A=b\nENVIRONMENT_URL=https://y.dev' },
      'Input environment-url: ENVIRONMENT_URL is in env too (line 2); give one of them.',
    ],
    [
      { 'environment-url': 'https://x.dev', 'secret-env': 'ENVIRONMENT_URL=https://hunter22.dev' },
      'ENVIRONMENT_URL is in secret-env too (line 1)',
    ],
    [
      { env: 'A=hunter22' + '\nB' },
      'Input env: the given value cannot be used, it must be NAME=value on each line (line 2',
    ],
    [{ env: 'A=x\nB=y\nA=z' }, 'Input env: A (line 3) is given already, in line 1 of env; give it once.'],
    [
      { env: 'A=x', 'secret-env': 'B=hunter22\nA=hunter22' },
      'Input secret-env: A (line 2) is given already, in line 1 of env',
    ],
    [{ 'secret-env': 'hunter22' }, 'Input secret-env: the given value cannot be used'],
    // The text of a file of variables in the place of its path, or anywhere else.
    [{ 'env-file': 'DB=hunter22\nTOKEN=hunter22' }, 'Input env-file: the given value cannot be used'],
    [{ 'env-file': 'hunter22\nhunter22' }, 'Input env-file: the given value cannot be used'],
    [{ environment: 'DB=hunter22\nhunter22' }, 'Input environment: the given value cannot be used'],
    [
      { location: 'DB=hunter22' },
      'slugs of private locations, separated by new lines, commas or blanks (one of them is',
    ],
    [{ 'environment-url': 'export DB=hunter22' }, 'Input environment-url: the given value cannot be used'],
    [
      { env: Array.from({ length: 50 }, (_, index) => `A${index}=x`).join('\n'), 'secret-env': 'B=x' },
      '51 variables are more than the 50',
    ],
    [{ 'check-session-id': ID }, 'Both check-session-id and tags are given'],
    [{ 'test-session-id': ID }, 'Both test-session-id and tags are given'],
    [{ tags: '' }, 'No sessions are chosen'],
  ])('%j is refused', async (given, problem) => {
    expect(await refuse(given)).toContain(problem)
    expect(await refuse(given)).not.toContain('hunter')
  })

  test('takes fifty variables', async () => {
    const env = Array.from({ length: 50 }, (_, index) => `A${index}=x`).join('\n')
    expect((await readStart({ env })).variables).toHaveLength(50)
  })

  test('warns of an address that only the runner has, unless it is tested from a private location', async () => {
    const url = { 'environment-url': 'http://localhost:3000' }
    expect((await read(url)).warnings).toEqual([
      expect.stringContaining('http://localhost:3000, points to the machine'),
    ])
    expect((await read({ ...url, 'private-location': 'my-dc' })).warnings).toEqual([])
    expect((await read({ 'environment-url': 'https://x.dev' })).warnings).toEqual([])
  })

  test('warns of what of a secret is not hidden, and of quotes', async () => {
    const { warnings } = await read({
      'secret-env': 'PIN=123\nKEY<<E\nlong line\n}\nE\nOK=hunter22\nFLAG=true\nQ="hunter22"',
    })
    expect(warnings).toEqual([
      'Input secret-env: the quotes around the value of Q are sent as a part of it.',
      expect.stringContaining('a line of PIN is sent, but not hidden'),
      expect.stringContaining('a line of KEY is sent, but not hidden'),
      expect.stringContaining('a line of FLAG is sent, but not hidden'),
    ])
  })
})

describe('the event', () => {
  test('of a deployment gives address, environment, commit and branch', async () => {
    const start = await readStart({}, writeDeployment('https://pr-7.example.com'))
    expect(start).toMatchObject({
      environmentUrl: 'https://pr-7.example.com',
      variables: [{ name: 'ENVIRONMENT_URL', value: 'https://pr-7.example.com', secret: false }],
      metadata: { environment: 'Preview', commitId: SHA, branchName: 'voucher', commitOwner: 'vercel[bot]' },
    })
    expect(start.name).toBe(`acme/shop · Deploy · voucher · run 42 · ${start.nameToken}`)
  })

  test.each<[Given, string]>([
    [{ 'environment-url': 'https://given.dev' }, 'https://given.dev'],
    [{ env: 'ENVIRONMENT_URL=https://given.dev' }, 'https://given.dev'],
  ])('gives way to what is given: %j', async (given, url) => {
    const start = await readStart({ ...given, environment: 'Staging' }, writeDeployment('https://event.dev'))
    expect(start.variables).toEqual([{ name: 'ENVIRONMENT_URL', value: url, secret: false }])
    expect(start.metadata.environment).toBe('Staging')
  })

  test('with an address that cannot be used is an error, since the checks would test what is live', async () => {
    const refusal = await refuse({}, writeDeployment('https://me:hunter22@event.dev'))
    expect(refusal).toContain(
      'The environment_url of the event cannot be used, it must be an address without user',
    )
    expect(refusal).not.toContain('hunter')
    const given = { 'environment-url': 'https://given.dev' }
    expect((await readStart(given, writeDeployment('javascript:x'))).environmentUrl).toBe('https://given.dev')
  })

  test.each(['', null, 7])('without an address gives none, with a warning: %j', async (url) => {
    const { selection, warnings } = await read({}, writeDeployment(url))
    expect(selection).toMatchObject({ environmentUrl: null, variables: [] })
    expect(warnings).toEqual([
      expect.stringContaining('deployment status has no environment_url: the checks get'),
    ])
    const given = { 'environment-url': 'https://given.dev' }
    expect((await read(given, writeDeployment(url))).warnings).toEqual([])
  })

  test.each(['pull_request', 'pull_request_target'])(
    '%s without an address and without variables gets a warning: an expression came out empty',
    async (event) => {
      const { selection, warnings } = await read({ 'environment-url': ' ' }, writeEvent(event, '{}'))
      expect(selection).toMatchObject({ environmentUrl: null, lacksAddress: true })
      expect(warnings).toEqual([
        expect.stringContaining('environment-url is empty, and so are env and secret'),
      ])
      // With a variable, the checks may take the address from that one.
      const named = await read({ env: 'BASE_URL=https://pr-7.dev' }, writeEvent(event, '{}'))
      expect(named).toMatchObject({ warnings: [], selection: { lacksAddress: true } })
      const secret = await read({ 'secret-env': 'ENVIRONMENT_URL=https://x.dev' }, writeEvent(event, '{}'))
      expect(secret).toMatchObject({ warnings: [], selection: { environmentUrl: null, lacksAddress: false } })
    },
  )

  test.each([
    ['{', {}],
    ['{}', { GITHUB_EVENT_PATH: '/nowhere/event.json' }],
    ['{}', { GITHUB_EVENT_PATH: '' }],
  ])('that cannot be read is none: %j, %j', async (text, env) => {
    const start = await readStart({}, { ...writeEvent('push', text), ...env })
    expect(start.metadata).toMatchObject({ commitId: SHA, branchName: 'main' })
  })
})

describe('the default name', () => {
  test('is no longer than what can be searched for, and ends with the token', async () => {
    const env = {
      GITHUB_WORKFLOW: 'w'.repeat(500),
      GITHUB_REF_NAME: 'b'.repeat(500),
      GITHUB_RUN_ATTEMPT: '3',
    }
    const { name, nameToken } = await readStart({}, env)
    expect(name.length).toBeLessThanOrEqual(200)
    expect(name.endsWith(` · run 42.3 · ${nameToken}`)).toBe(true)
  })

  test('holds nothing unseen of a branch, and no second line', async () => {
    expect((await readStart({}, { GITHUB_REF_NAME: 'a\u202eb\nc' })).name).toContain(' · ab · ')
  })

  test('has another token each time', async () => {
    const tokens = Array.from({ length: 1000 }, () => createToken())
    expect(new Set(tokens).size).toBe(1000)
    for (const token of tokens) expect(token).toMatch(/^[0-9a-z]{12}$/)
    expect(createToken(() => 0)).toBe('000000000000')
    expect(createToken(() => 1 - 2 ** -53)).toBe('zzzzzzzzzzzz')
  })
})

describe('env-file', () => {
  function write(name: string, text: string | Buffer): void {
    writeFileSync(join(workspace, name), text)
  }

  test('is read as dotenv files are; env and secret-env win, empty ones are left out', async () => {
    write('.env', '\uFEFF# comment\nexport A="x y" # why\nB=\'1\n2\'\nEMPTY=\nC=file\nD=file\nNONE=""\n')
    const { selection, notes } = await read({ 'env-file': '.env', env: 'C=env', 'secret-env': 'D=hunter22' })
    expect(selection).toMatchObject({
      variables: [
        { name: 'A', value: 'x y', secret: false },
        { name: 'B', value: '1\n2', secret: false },
        { name: 'C', value: 'env', secret: false },
        { name: 'D', value: 'hunter22', secret: true },
      ],
    })
    expect(notes).toContain('Input env-file: left out, since they are empty: EMPTY, NONE.')
  })

  test('may hold the address: it beats the event, and the input beats it', async () => {
    write('url.env', 'ENVIRONMENT_URL=https://file.dev\n')
    const event = writeDeployment('https://event.dev')
    expect((await readStart({ 'env-file': 'url.env' }, event)).environmentUrl).toBe('https://file.dev')
    const both = { 'env-file': 'url.env', 'environment-url': 'https://given.dev' }
    expect((await readStart(both, event)).environmentUrl).toBe('https://given.dev')
  })

  test('counts with the others', async () => {
    write('many.env', Array.from({ length: 50 }, (_, index) => `A${index}=x`).join('\n'))
    expect((await readStart({ 'env-file': 'many.env' })).variables).toHaveLength(50)
    expect(await refuse({ 'env-file': 'many.env', env: 'B=x' })).toContain(
      '51 variables are more than the 50',
    )
    expect((await readStart({ 'env-file': 'many.env', env: 'A0=y' })).variables).toHaveLength(50)
  })

  test('is a file inside the workspace, links resolved', async () => {
    writeFileSync(join(folder, 'outside.env'), 'A=hunter22')
    symlinkSync(join(folder, 'outside.env'), join(workspace, 'link.env'))
    write('inside.env', 'A=b')
    symlinkSync(join(workspace, 'inside.env'), join(workspace, 'ok.env'))
    expect((await readStart({ 'env-file': 'ok.env' })).variables).toHaveLength(1)
    for (const given of ['link.env', '../outside.env', join(folder, 'outside.env'), '.']) {
      expect(await refuse({ 'env-file': given })).toContain('a file inside the workspace, links resolved')
    }
  })

  test.each<[string, string | Buffer | null, string]>([
    ['none.env', null, 'that can be read (ENOENT'],
    ['utf16.env', Buffer.from('\uFEFFA=b', 'utf16le'), 'a dotenv file in UTF-8'],
    ['binary.env', Buffer.from([65, 61, 0xff, 0xfe]), 'a dotenv file in UTF-8'],
    ['long.env', 'A=b\n'.repeat(300_000), 'at most 1000000 bytes (it has 1200000)'],
    ['names.env', 'A-B=hunter22', '"A-B" does not'],
    ['odd.env', 'my hunter22: x=y', 'one of them does not'],
  ])('%s is refused when it is of no use', async (name, text, problem) => {
    if (text !== null) write(name, text)
    expect(await refuse({ 'env-file': name })).toContain(problem)
    expect(await refuse({ 'env-file': name })).not.toContain('hunter')
  })
})

describe('test sessions that exist', () => {
  const AWAIT: Given = { 'session-type': '', tags: '', 'test-session-id': `${ID} ${ID.toUpperCase()}` }

  test.each<[Given, NodeJS.ProcessEnv, string | null]>([
    [{}, {}, null],
    [{ 'session-type': 'test' }, {}, null],
    [{ 'environment-url': 'https://x.dev' }, {}, 'https://x.dev'],
  ])('are awaited: %j', async (given, env, environmentUrl) => {
    expect((await read({ ...AWAIT, ...given }, env)).selection).toEqual({
      kind: 'await',
      sessionType: 'test',
      sessionIds: [ID],
      environmentUrl,
    })
  })

  test('have the address of the event', async () => {
    const { selection } = await read(AWAIT, writeDeployment('https://event.dev'))
    expect(selection).toMatchObject({ environmentUrl: 'https://event.dev' })
    const bad = await read(AWAIT, writeDeployment('https://me:hunter22@event.dev'))
    expect(bad.selection).toMatchObject({ environmentUrl: null })
  })
})
