import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findScenario } from '../../simulator/scenarios.ts'
import { INPUT_DEFAULTS } from '../../src/inputs/input-defaults.ts'
import { parseMoment } from '../../src/inputs/parse-moment.ts'
import { readInputs } from '../../src/inputs/read-inputs.ts'
import { isWorkflow, PAGE_BLOCKS } from '../workflows/read-workflows.ts'
import { PAGES } from './read-pages.ts'

/*
 * What a reader can type. Whole workflows are run by `npm run e2e`, commands of `npm start` by a test of it; here are
 * the pieces.
 */

const ID = '00000000-0000-4000-8000-000000000000'

/** What stands in for the expressions of the pages, by what they hold. */
const EXPRESSIONS: readonly [string, string][] = [
  ['secrets.', 'a-secret'],
  ['session-ids', ID],
  ['deploying-since', '2026-11-26T10:00:00Z'],
  ['vars.CHECKLY_ACCOUNT_ID', ID],
]

/** Pieces of YAML that are inputs and nothing else. */
const PIECES = PAGE_BLOCKS.filter((block) => !isWorkflow(block)).flatMap(({ source, text }) => {
  const inputs = Object.entries((parse(text) ?? {}) as Record<string, unknown>).filter(
    ([name, value]) => name in INPUT_DEFAULTS && typeof value === 'string',
  )
  return inputs.length === 0 ? [] : [{ source, inputs: Object.fromEntries(inputs) as Record<string, string> }]
})

function fillExpressions(text: string): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) => {
    const value = EXPRESSIONS.find(([part]) => expression.includes(part))?.[1]
    if (value === undefined) throw new Error(`Nothing stands in for ${expression}.`)
    return value
  })
}

describe('pieces of YAML', () => {
  test('are found', () => {
    expect(PIECES.length).toBeGreaterThan(3)
  })

  test.each(PIECES)('are accepted by the action: $source', async ({ inputs }) => {
    const given: Record<string, string> = { 'api-key': 'a-key-of-some-length', ...inputs }
    for (const [name, value] of Object.entries(given)) given[name] = fillExpressions(value)
    // Variables go with test sessions.
    if ('env' in given) Object.assign(given, { 'session-type': 'test', tags: 'preview' })
    const { warnings } = await readInputs((name) => given[name] ?? '', {})
    expect(warnings).toEqual([])
  })
})

test.skipIf(process.platform === 'win32')('the command that writes a moment writes one', () => {
  const [command = ''] = PAGES.flatMap(({ text }) => /`(date -u \S+)`/.exec(text)?.[1] ?? [])
  const [program = '', ...args] = command.split(' ')
  expect(parseMoment(execFileSync(program, args, { encoding: 'utf8' }).trim())).toBeGreaterThan(0)
})

test('the pages name scenarios that there are', () => {
  const named = PAGES.flatMap(({ text }) => [...text.matchAll(/--scenario ([a-z][\w-]*)/g)])
  expect(named.length).toBeGreaterThan(3)
  for (const [, name = ''] of named) expect(() => findScenario(name)).not.toThrow()
})
