import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extractFailureDetails } from '../../src/diagnosis/extract-failure-details.ts'

interface RealAnswer {
  name: string
  seen: string
  checkType: string
  body: Record<string, unknown>
  reasonHas: string[]
  reasonHasNot?: string[]
  pageHasNot?: string[]
}

const file = new URL('real-answers.json', import.meta.url)
const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: RealAnswer[] }

/** Fields that only test sessions' results have (Checkly Public API, `FindOneTestSessionResultResponse`). */
const TEST_SESSION_RESULT = {
  testSessionResultId: '3f0b2b9e-6c1a-4a9b-8a50-0d8b7c6a5e4f',
  id: '3f0b2b9e-6c1a-4a9b-8a50-0d8b7c6a5e4f',
  status: 'FAILED',
  resultType: 'FINAL',
  aborted: false,
  scheduleError: null,
  filePath: null,
}

describe('answers that people have met', () => {
  test.each(cases)(
    '$checkType: $name',
    ({ checkType, body, reasonHas, reasonHasNot = [], pageHasNot = [] }) => {
      const details = extractFailureDetails(body, checkType)
      const page = JSON.stringify(details)
      for (const text of reasonHas) expect(details?.reason).toContain(text)
      for (const text of reasonHasNot) expect(details?.reason).not.toContain(text)
      for (const text of pageHasNot) expect(page).not.toContain(text)
      expect(details?.reason).not.toMatch(/\n|undefined|\[object|[\s:]$/)
      expect(extractFailureDetails({ ...TEST_SESSION_RESULT, ...body }, checkType)).toStrictEqual(details)
    },
  )
})
