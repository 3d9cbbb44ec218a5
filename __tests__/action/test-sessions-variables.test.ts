import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import type { CheckScript } from '../../simulator/script.ts'
import { CHECKS, listStarts, PREVIEW, writeDeployment, writeEvent } from './preview.ts'
import { listErrors, runGate, runStep, showText, test } from './support.ts'

/** A variable as it is sent. */
const plain = (key: string, value: string) => ({ key, value })
const secret = (key: string, value: string) => ({ key, value, secret: true })

const CASES: [what: string, inputs: Record<string, string>, sent: object[]][] = [
  [
    'are sent literally: a number sign, quotes, blanks and equals signs are a part of the value',
    { env: 'URL=https://x.dev/#/login # no comment\nQ="a b"\nSPACES=  two  \nB64=YQ==\r\n\nE=$HOME' },
    [
      plain('URL', 'https://x.dev/#/login # no comment'),
      plain('Q', '"a b"'),
      plain('SPACES', '  two  '),
      plain('B64', 'YQ=='),
      plain('E', '$HOME'),
    ],
  ],
  [
    'may have several lines',
    { env: 'KEY<<EOF\n-----BEGIN-----\n A=b\n\n-----END-----\nEOF\nAFTER=x' },
    [plain('KEY', '-----BEGIN-----\n A=b\n\n-----END-----'), plain('AFTER', 'x')],
  ],
  [
    'that are secret are sent so',
    { env: 'A=b', 'secret-env': 'TOKEN=correct horse\nPEM<<END\nbattery\nstaple\nEND' },
    [plain('A', 'b'), secret('TOKEN', 'correct horse'), secret('PEM', 'battery\nstaple')],
  ],
  [
    'of the address are given by environment-url',
    { 'environment-url': 'https://pr-7.example.com/a?b=c#d' },
    [plain('ENVIRONMENT_URL', 'https://pr-7.example.com/a?b=c#d')],
  ],
  [
    'of the address may be a secret',
    { 'secret-env': 'ENVIRONMENT_URL=https://u:p@x.dev' },
    [secret('ENVIRONMENT_URL', 'https://u:p@x.dev')],
  ],
]

describe('variables', () => {
  test.concurrent.for(CASES)('%s', async ([, inputs, sent], { startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, { ...PREVIEW, ...inputs })
    expect(run.outputs['outcome']).toBe('passed')
    expect(listStarts(api)).toMatchObject([{ environmentVariables: sent }])
    expect(listStarts(api)[0]?.['environmentVariables']).toEqual(sent)
  })

  test.concurrent('of a file in the workspace come first, and give way to what is given', async ({
    startApi,
    folder,
  }) => {
    mkdirSync(join(folder, 'config'))
    const text = '# comment\nA="from file" # why\nB=file\nC=file\nEMPTY=\nURL="https://x.dev/#/login"\n'
    writeFileSync(join(folder, 'config', 'preview.env'), text)
    const api = await startApi({ checks: CHECKS })
    const inputs = { 'env-file': 'config/preview.env', env: 'B=env', 'secret-env': 'C=correct horse' }
    const run = await runGate(api, { ...PREVIEW, ...inputs }, { workspace: folder })
    expect(listStarts(api)[0]?.['environmentVariables']).toEqual([
      plain('A', 'from file'),
      plain('B', 'env'),
      secret('C', 'correct horse'),
      plain('URL', 'https://x.dev/#/login'),
    ])
    expect(run.stdout).toContain('Input env-file: left out, since they are empty: EMPTY.')
  })

  test.concurrent('are at most fifty', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const env = Array.from({ length: 49 }, (_, index) => `A${index}=x`).join('\n')
    const inputs = { ...PREVIEW, env, 'environment-url': 'https://x.dev' }
    expect((await runStep(api, inputs)).outputs['outcome']).toBe('passed')
    expect(listStarts(api)[0]?.['environmentVariables']).toHaveLength(50)
    const run = await runStep(api, { ...inputs, 'secret-env': 'B=correct horse' })
    expect(run.outputs['outcome']).toBe('error')
    expect(listErrors(run)).toEqual([expect.stringContaining('51 variables are more than the 50')])
    expect(listStarts(api)).toHaveLength(1)
  })

  test.concurrent.for([
    ['without a value', { env: 'A=b\nB=' }, 'line 2, B, has none'],
    ['secret and without a value', { 'secret-env': 'TOKEN=' }, 'line 1, TOKEN, has none'],
    ['with another name', { env: '2FA=correct horse' }, 'line 1 has another name'],
    ['given twice', { env: 'A=b\nA=c' }, 'A (line 2) is given already, in line 1 of env'],
    ['given in both inputs', { env: 'A=b', 'secret-env': 'A=correct horse' }, 'A (line 1) is given already'],
    [
      'of the address, given twice',
      { env: 'ENVIRONMENT_URL=https://x.dev', 'environment-url': 'https://y.dev' },
      'ENVIRONMENT_URL is in env too',
    ],
    ['without an end', { env: 'A<<EOF\ncorrect horse' }, 'line 1, A, is not ended so'],
    ['in a file outside the workspace', { 'env-file': '../x.env' }, 'Input env-file'],
    ['that are no address', { 'environment-url': 'pr-7.example.com' }, 'Input environment-url'],
    [
      'with a password in the address',
      { 'environment-url': 'https://u:correct-horse@x.dev' },
      'Input environment-url',
    ],
  ] as const)('%s are refused, and the error shows no value', async ([, inputs, says], { startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, { ...PREVIEW, ...inputs })
    expect(run.outputs['outcome']).toBe('error')
    expect(listErrors(run)).toEqual([expect.stringContaining(says)])
    const said = run.lines.filter((line) => !line.startsWith('::add-mask::')).join('\n')
    expect(said + run.summary).not.toContain('horse')
    expect(api.log.entries).toEqual([])
  })

  test.concurrent('that are secret and short are sent and not masked, with a warning', async ({
    startApi,
  }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, { ...PREVIEW, 'secret-env': 'PIN=123\nTOKEN=1234' })
    expect(listStarts(api)[0]?.['environmentVariables']).toEqual([
      secret('PIN', '123'),
      secret('TOKEN', '1234'),
    ])
    const masks = run.lines.filter((line) => line.startsWith('::add-mask::'))
    expect(masks).toEqual([`::add-mask::${api.apiKey}`, '::add-mask::1234'])
    expect(run.lines.filter((line) => line.startsWith('::warning::'))).toEqual([
      expect.stringMatching(/PIN is sent, but not hidden/),
    ])
  })
})

describe('the address', () => {
  const EVENT_URL = 'https://event.example.com'

  test.concurrent.for([
    ['of the event is given to the checks', {}, EVENT_URL],
    ['that is given beats the event', { 'environment-url': 'https://given.dev' }, 'https://given.dev'],
    ['in env beats the event', { env: 'ENVIRONMENT_URL=https://given.dev' }, 'https://given.dev'],
  ] as const)('%s, and shown', async ([, inputs, url], { startApi, folder }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, { ...PREVIEW, ...inputs }, { env: writeDeployment(folder, EVENT_URL) })
    expect(listStarts(api)[0]?.['environmentVariables']).toEqual([plain('ENVIRONMENT_URL', url)])
    expect(showText(run.summary)).toContain(url)
    expect(listStarts(api)[0]?.['metadata']).toMatchObject({ environment: 'Preview – shop' })
  })

  test.concurrent('of the event that cannot be used is an error: the checks would test what is live', async ({
    startApi,
    folder,
  }) => {
    const api = await startApi({ checks: CHECKS })
    const env = writeDeployment(folder, 'https://u:correct-horse@event.example.com')
    const run = await runStep(api, PREVIEW, { env })
    expect(listErrors(run)).toEqual([expect.stringContaining('environment_url of the event cannot be used')])
    expect(run.stdout + run.summary).not.toContain('horse')
    expect(api.log.entries).toEqual([])
  })

  test.concurrent('reaches the checks: what failed has called it', async ({ startApi }) => {
    const api = await startApi({ checks: CHECKS })
    const inputs = { ...PREVIEW, tags: 'broken', 'environment-url': 'https://pr-7.example.com' }
    const run = await runGate(api, inputs)
    expect(run.outputs['outcome']).toBe('failed')
    expect(run.stdout).toContain('Request: GET https://pr-7.example.com/api/orders')
  })

  test.concurrent('is not called by every check: the summary and the log say which did not, however green it is', async ({
    startApi,
  }) => {
    const checks: CheckScript[] = [
      { name: 'Orders', test: { url: '{{ENVIRONMENT_URL}}/orders' } },
      { name: 'Forgotten', test: { url: 'https://shop.example.com/orders' } },
      { name: 'Landing page', checkType: 'URL' },
      { name: 'Port', checkType: 'TCP' },
      { name: 'Login', checkType: 'BROWSER' },
    ]
    const tagged = checks.map((check) => ({
      ...check,
      tags: ['mixed'],
      test: { durationMs: 10, ...check.test },
    }))
    const api = await startApi({ checks: tagged })
    const inputs = { ...PREVIEW, tags: 'mixed', 'environment-url': 'https://pr-7.example.com' }
    const run = await runStep(api, inputs)
    expect(run.outputs['outcome']).toBe('passed')
    for (const text of [showText(run.summary), run.stdout]) {
      expect(text).toMatch(/1 of 2 API checks called .*, 1 another: Forgotten \(shop\.example\.com\)/)
      expect(text).toMatch(/Kept to their configured target: Landing page \(.*\), Port \(.*\)/)
      expect(text).toMatch(/Not known what was called: 1 browser check/)
    }
  })

  test.concurrent('that is not given leaves the configured addresses, which the log says', async ({
    startApi,
  }) => {
    const api = await startApi({ checks: CHECKS })
    const run = await runStep(api, PREVIEW)
    expect(run.lines).toContain(
      'No environment-url is given: the checks get no ENVIRONMENT_URL and test their configured addresses.',
    )
  })
})

describe('commit and environment', () => {
  const [SHA, HEAD] = ['f95f852bd8fca8fcc58a9a2d6c842781e32a215e', 'ec26c3e57ca3a959ca5aad62de7213c562f8c821']
  const JOB = {
    GITHUB_SHA: SHA,
    GITHUB_REF_NAME: '7/merge',
    GITHUB_ACTOR: 'mona',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_RUN_ATTEMPT: '2',
  }
  const repoUrl = 'https://github.com/acme/shop'
  const pull = (title: string) => ({
    pull_request: {
      title,
      user: { login: 'octocat', email: 'octocat@example.com' },
      head: { ref: 'voucher', sha: HEAD },
      base: { ref: 'main', sha: SHA },
    },
    sender: { login: 'mona' },
  })
  const push = {
    head_commit: {
      id: HEAD,
      message: 'Cart: keep the voucher\n\nBecause.',
      author: { username: 'octocat', email: 'octocat@example.com', name: 'Octo Cat' },
    },
    sender: { login: 'mona' },
  }
  const deployment = {
    deployment: { sha: HEAD, ref: 'voucher', environment: 'Preview', creator: { login: 'vercel[bot]' } },
    deployment_status: { state: 'success', environment_url: 'https://pr-7.example.com' },
  }

  test.concurrent.for([
    [
      'pull_request',
      pull('Cart: keep the voucher'),
      {
        commitId: HEAD,
        branchName: 'voucher',
        commitMessage: 'Cart: keep the voucher',
        commitOwner: 'octocat',
      },
    ],
    [
      'push',
      push,
      {
        commitId: HEAD,
        branchName: '7/merge',
        commitMessage: 'Cart: keep the voucher',
        commitOwner: 'octocat',
      },
    ],
    [
      'deployment_status',
      deployment,
      { environment: 'Preview', commitId: HEAD, branchName: 'voucher', commitOwner: 'vercel[bot]' },
    ],
    ['schedule', {}, { commitId: SHA, branchName: '7/merge', commitOwner: 'mona' }],
  ] as const)('of %s are sent', async ([name, event, sent], { startApi, folder }) => {
    const api = await startApi({ checks: CHECKS })
    const env = { ...JOB, ...writeEvent(folder, name, event) }
    await runGate(api, PREVIEW, { env })
    const branch = sent.branchName
    expect(listStarts(api)).toMatchObject([
      {
        name: expect.stringMatching(
          new RegExp(`^acme/shop · Deploy · ${branch} · run 42\\.2 · [0-9a-z]{12}$`),
        ),
      },
    ])
    expect(listStarts(api)[0]?.['metadata']).toEqual({ repoUrl, ...sent })
    expect(JSON.stringify(listStarts(api))).not.toContain('octocat@')
  })

  test.concurrent('are data from others: no markup, no command, not in the message', async ({
    startApi,
    folder,
  }) => {
    const title = 'Ship it </td><img src=x> @everyone ::error::gotcha | **bold** [x](javascript:alert(1))'
    const api = await startApi({ checks: CHECKS })
    const env = { ...JOB, ...writeEvent(folder, 'pull_request', pull(title)) }
    const run = await runGate(api, { ...PREVIEW, tags: 'broken' }, { env })
    expect(listStarts(api)[0]?.['metadata']).toMatchObject({ commitMessage: title })
    expect(run.outputs['outcome']).toBe('failed')
    expect(run.summary).not.toMatch(/<img|@everyone|\*\*bold|\]\(javascript/)
    expect(run.lines.filter((line) => line.includes('::error::gotcha') && line.startsWith('::'))).toEqual([])
    expect(listErrors(run).join()).not.toContain('gotcha')
  })
})
