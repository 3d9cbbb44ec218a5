import { describe, expect, test } from 'vitest'
import type { InputName } from '../../src/inputs/input-defaults.ts'
import { listSecrets } from '../../src/secrets/mask-secrets.ts'

const KEY = 'cu_5f0c2d9e7a814b36a1e4c8d27b90f653'
const ID = '3fb05c2f-6e3c-4f2e-9d0a-2b1c0a5d7e11'

type Given = Partial<Record<InputName, string>>

const list = (given: Given, env: NodeJS.ProcessEnv = {}) => listSecrets((name) => given[name] ?? '', env)

describe('keys to mask', () => {
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
  ])('of %j and %j are %j', (key, env, keys) => {
    expect(list({ 'api-key': key, tags: 'other' }, env)).toEqual({ keys, values: [] })
  })

  test.each([
    ['as the account', { 'account-id': ` ${KEY}` }, {}],
    ['as the account in the environment', {}, { CHECKLY_ACCOUNT_ID: KEY }],
    ['in the text of another input', { tags: `staging\n${KEY}, web` }, {}],
    ['as a plain variable', { env: `TOKEN=${KEY}` }, {}],
    ['as the address of the API', { 'api-url': `https://x.dev/?k=${KEY}` }, {}],
  ] as [string, Given, NodeJS.ProcessEnv][])('are those that were given %s as well', (_how, given, env) => {
    expect(list({ 'api-key': 'cu_a', ...given }, env).keys).toEqual(['cu_a', KEY])
  })

  test('are not an account, nor a short word in its place', () => {
    expect(list({ 'account-id': ID }, { CHECKLY_ACCOUNT_ID: 'acme' }).keys).toEqual([])
  })
})

describe('values of secret-env to mask', () => {
  test.each([
    ['one', 'A=hunter22', ['hunter22']],
    ['the last that a line holds', 'A=x=y#z', ['x=y#z']],
    [
      'several lines, each without the blanks around it',
      'A<<E\n  first line\r\nsecond\nE',
      ['first line', 'second'],
    ],
    ['each once', 'A=same\nB=same', ['same']],
    ['none of fewer than four characters', 'A=abc\nB<<E\n{\nlong\n}\nE', ['long']],
    ['none that every log is made of', 'A=true\nB=PASSED\nC=tests\nD=Failed!', ['Failed!']],
    [
      'everything of a text that cannot be read',
      'my secret text\nB: value2',
      ['my secret text', 'B: value2'],
    ],
    [
      'everything of a value without an end',
      'A<<END\nline one\nline two',
      ['A<<END', 'line one', 'line two'],
    ],
    ['what stands behind a bad name', '2A=hunter22', ['2A=hunter22', 'hunter22']],
  ])('are %s', (_what, given, values) => {
    expect(list({ 'secret-env': given }).values).toEqual(values)
  })

  test('are no ids that are given in plain', () => {
    const other = ID.replace('3', '4')
    const given = { 'secret-env': `A=${ID}\nB=${other}\nC=${ID.toUpperCase()}` }
    expect(list({ ...given, 'check-id': `${ID}` }).values).toEqual([other])
    expect(list(given, { CHECKLY_ACCOUNT_ID: ID }).values).toEqual([other])
    expect(list(given).values).toEqual([ID, other, ID.toUpperCase()])
  })
})
