import { describe, expect, test } from 'vitest'
import { describeRuns, describeTarget, describeTestStart } from '../../src/starting/describe-start.ts'
import { buildRun, buildRunning } from '../../testing/build-session.ts'

const place = (code: string, isPrivate = false) => ({ code, isPrivate })

test.each([
  [
    { locations: [place('eu-central-1')], variables: [], retries: 0 },
    'Starting a test session in eu-central-1; no retries; no variables; nobody is alerted',
  ],
  [
    { locations: [place('eu-west-1'), place('my-office', true)], variables: [{ name: 'A' }], retries: 1 },
    'Starting a test session in each of eu-west-1, my-office (private); a failed check is run again up to 1 time; ' +
      '1 variable: A; nobody is alerted',
  ],
  [
    { locations: [place('eu-west-1')], variables: [{ name: 'A' }, { name: 'TOKEN' }], retries: 3 },
    'Starting a test session in eu-west-1; a failed check is run again up to 3 times; 2 variables: A, TOKEN; nobody is alerted',
  ],
])('a start is told before it is made: %#', (facts, said) => {
  expect(describeTestStart(facts)).toBe(said)
})

describe('how much may run', () => {
  const session = (...names: string[]) =>
    buildRunning({
      kind: 'test',
      check: null,
      runs: names.map((name) => ({
        ...buildRun('eu-west-1', [], false),
        check: { id: name === 'C' ? '' : `id-${name}`, name, type: 'API' },
      })),
    })

  test.each([
    [[session('A')], 0, 'at most 1 run: 1 check'],
    [[session('A', 'B', 'C')], 2, 'at most 9 runs: 3 checks, each up to 3 times'],
    [
      [session('A', 'C'), session('A', 'C')],
      1,
      'at most 8 runs: 2 checks in 2 locations, each up to 2 times',
    ],
    [[session()], 1, ''],
    [[], 0, ''],
  ])('%#', (sessions, retries, said) => {
    expect(describeRuns(sessions, retries)).toBe(said)
  })
})

test.each([
  [[], [['a', 'b'], ['c']], 'tags "a, b" or "c"'],
  [['id-1', 'id-2'], [], 'check-id id-1, id-2'],
])('what was looked for is told: %j %j', (checkIds, tags, said) => {
  expect(describeTarget(checkIds, tags)).toBe(said)
})
