import { describe, expect, test } from 'vitest'
import { readEvent } from '../../src/inputs/github-event.ts'

const SHA = 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e'
const HEAD = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821'
const REPOSITORY = { full_name: 'acme/shop', html_url: 'https://github.com/acme/shop', private: true }
const SENDER = { login: 'mona', type: 'User' }
const ENV = {
  GITHUB_SHA: SHA,
  GITHUB_REF_NAME: 'main',
  GITHUB_ACTOR: 'mona',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: 'acme/shop',
}

const NOTHING = {
  environmentUrl: null,
  environment: null,
  commitId: null,
  branchName: null,
  commitMessage: null,
  commitOwner: null,
  repoUrl: null,
}
const OF_VARIABLES = {
  ...NOTHING,
  commitId: SHA,
  branchName: 'main',
  commitOwner: 'mona',
  repoUrl: 'https://github.com/acme/shop',
}

const PULL_REQUEST = {
  number: 7,
  title: 'Cart: keep the voucher\nsecond line',
  user: { login: 'octocat', email: 'octocat@example.com' },
  head: { ref: 'voucher', sha: HEAD, label: 'octocat:voucher' },
  base: { ref: 'main', sha: SHA },
}
const DEPLOYMENT = {
  id: 145988746,
  sha: HEAD,
  ref: 'voucher',
  environment: 'Preview – shop',
  creator: { login: 'vercel[bot]' },
}
const STATUS = { state: 'success', environment_url: 'https://shop-pr-7.example.com', target_url: '' }

/** As GitHub sends them (its documentation: "Webhook events and payloads"), cut to what is looked at. */
const EVENTS: [name: string, event: unknown, facts: object][] = [
  [
    'pull_request',
    { action: 'synchronize', pull_request: PULL_REQUEST, repository: REPOSITORY, sender: SENDER },
    {
      ...OF_VARIABLES,
      commitId: HEAD,
      branchName: 'voucher',
      commitMessage: 'Cart: keep the voucher',
      commitOwner: 'octocat',
    },
  ],
  [
    'pull_request_target',
    { action: 'opened', pull_request: PULL_REQUEST, repository: REPOSITORY },
    { commitId: HEAD, branchName: 'voucher', commitOwner: 'octocat' },
  ],
  ['pull_request_review', { pull_request: PULL_REQUEST }, { commitId: HEAD, branchName: 'voucher' }],
  [
    'push',
    {
      ref: 'refs/heads/main',
      head_commit: {
        id: HEAD,
        message: 'Fix the cart\n\nIt lost vouchers.\n\nCo-authored-by: A <a@example.com>',
        author: { name: 'Octo Cat', email: 'octocat@example.com', username: 'octocat' },
      },
      repository: REPOSITORY,
      pusher: { name: 'mona', email: 'mona@example.com' },
      sender: SENDER,
    },
    { ...OF_VARIABLES, commitId: HEAD, commitMessage: 'Fix the cart', commitOwner: 'octocat' },
  ],
  [
    'push',
    { head_commit: { id: HEAD, message: '', author: { name: 'A', email: 'a@example.com' } }, sender: SENDER },
    { ...OF_VARIABLES, commitId: HEAD },
  ],
  ['push', { ref: 'refs/tags/v1', head_commit: null, repository: REPOSITORY }, OF_VARIABLES],
  [
    'deployment_status',
    { deployment_status: STATUS, deployment: DEPLOYMENT, repository: REPOSITORY, sender: SENDER },
    {
      ...OF_VARIABLES,
      environmentUrl: 'https://shop-pr-7.example.com',
      environment: 'Preview – shop',
      commitId: HEAD,
      branchName: 'voucher',
      commitOwner: 'vercel[bot]',
    },
  ],
  [
    'deployment_status',
    { deployment_status: { ...STATUS, environment_url: '' }, deployment: { ...DEPLOYMENT, ref: HEAD } },
    { environmentUrl: null, commitId: HEAD, branchName: 'main' },
  ],
  ['deployment_status', { deployment_status: { state: 'success' }, deployment: {} }, OF_VARIABLES],
  [
    'workflow_dispatch',
    { ref: 'refs/heads/main', inputs: { environment: 'x' }, repository: REPOSITORY },
    OF_VARIABLES,
  ],
  ['schedule', { schedule: '17 3 * * *', repository: REPOSITORY }, OF_VARIABLES],
  [
    'merge_group',
    {
      action: 'checks_requested',
      merge_group: {
        head_sha: HEAD,
        head_ref: 'refs/heads/gh-readonly-queue/main/pr-104-929f82',
        head_commit: { id: SHA, message: 'Merge pull request #104\n\nx', author: { email: 'a@example.com' } },
      },
    },
    {
      ...OF_VARIABLES,
      commitId: HEAD,
      branchName: 'gh-readonly-queue/main/pr-104-929f82',
      commitMessage: 'Merge pull request #104',
    },
  ],
  [
    'workflow_run',
    {
      workflow_run: {
        head_sha: HEAD,
        head_branch: 'voucher',
        head_commit: { message: 'Fix the cart', author: { email: 'a@example.com' } },
        actor: { login: 'octocat' },
      },
      repository: REPOSITORY,
    },
    {
      ...OF_VARIABLES,
      commitId: HEAD,
      branchName: 'voucher',
      commitMessage: 'Fix the cart',
      commitOwner: 'octocat',
    },
  ],
  ['an_event_to_come', { something: [1] }, OF_VARIABLES],
]

describe('what the event says', () => {
  test.each(EVENTS)('%s: %j', (name, event, facts) => {
    expect(readEvent(event, name, ENV)).toMatchObject(facts)
  })

  test.each([null, undefined, [], 'text', 7, { repository: 'x' }])(
    'is what the variables say when it is %j',
    (event) => {
      expect(readEvent(event, 'push', ENV)).toEqual(OF_VARIABLES)
      expect(readEvent(event, '', {})).toEqual(NOTHING)
    },
  )

  test.each(['pull_request', 'workflow_run'])(
    'of %s is never the commit of the variables, which is another one',
    (name) => {
      const facts = { ...NOTHING, repoUrl: 'https://github.com/acme/shop' }
      expect(readEvent(null, name, ENV)).toEqual(facts)
      expect(readEvent({ [name]: { head: 7, title: ['x'], user: null } }, name, ENV)).toEqual(facts)
    },
  )

  test('is nothing where it has an odd type', () => {
    const odd = {
      deployment: { sha: 12, ref: {}, environment: [], creator: 'x' },
      deployment_status: { environment_url: { href: 'https://x.dev' } },
      repository: { html_url: 'javascript:alert(1)' },
    }
    expect(readEvent(odd, 'deployment_status', ENV)).toEqual(OF_VARIABLES)
  })

  test('is never an e-mail address, and never long', () => {
    const author = { username: 'a@example.com' }
    const event = {
      head_commit: { id: HEAD, message: 'x'.repeat(5000), author },
      sender: { login: 'b@c.de' },
    }
    const facts = readEvent(event, 'push', { ...ENV, GITHUB_ACTOR: 'd@e.fg' })
    expect(facts.commitOwner).toBe(null)
    expect(facts.commitMessage).toHaveLength(200)
  })
})
