import { describe, expect, test } from 'vitest'
import { isRefuted } from '../../src/diagnosis/compare-values.ts'

/** A comparison, its target, values that contradict it, and values that do not or cannot be told. */
const CASES: [comparison: string, target: unknown, refuted: unknown[], others: unknown[]][] = [
  ['EQUALS', '200', [503, '503', '', true], [200, '200', '200.0', null, undefined, {}]],
  ['EQUALS', 'on', ['off', 1], ['on']],
  ['EQUALS', '', ['a', 0], ['']],
  ['NOT_EQUALS', 200, [200, '200'], [503, null]],
  ['CONTAINS', 'ok', ['error', 1], ['all ok']],
  ['NOT_CONTAINS', 'error', ['an error'], ['all ok']],
  ['GREATER_THAN', '10', [10, '9'], [11, 'many']],
  ['LESS_THAN', 300, [300, '950'], [299, 'soon']],
  ['LESS_THAN', '', [], [1]],
  ['LESS_THAN', 'soon', [], [1]],
  ['IS_EMPTY', undefined, ['a'], ['', 0, null]],
  ['NOT_EMPTY', undefined, [''], ['a', null]],
  ['IS_NULL', undefined, ['a', 0, {}], [null, undefined]],
  ['EQUALS', null, [], [200]],
  ['HAS_KEY', 'id', [], ['name']],
]

describe.each(CASES)('%s %j', (comparison, target, refuted, others) => {
  test('is contradicted by what is not so', () => {
    expect(refuted.filter((actual) => !isRefuted(comparison, actual, target))).toEqual([])
  })

  test('is not contradicted by what is so, or cannot be told', () => {
    expect(others.filter((actual) => isRefuted(comparison, actual, target))).toEqual([])
  })
})
