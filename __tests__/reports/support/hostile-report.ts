import fc from 'fast-check'
import type { FailureDetails } from '../../../src/diagnosis/failure-details.ts'
import type { ReportView } from '../../../src/reports/views/report-view.ts'
import { buildView, type SampleSession } from '../../../testing/reports/build-report.ts'
import { hostileText } from './hostile-text.ts'

/** How many texts a report of `buildViewOf` takes. */
export const TEXT_COUNT = 30

/** What a report of `buildViewOf` holds. */
export type Mix = 'failed' | 'never ended' | 'passed' | 'many failed'

/** Every kind of report, to choose from. */
export const MIXES: readonly Mix[] = ['failed', 'never ended', 'passed', 'many failed']

/**
 * The view of a report of a mix of sessions, in which all that comes from outside is one of the texts; the same
 * texts make the same view. Together the mixes have a session for every place in a summary.
 * @param extraFailures how many more sessions have failed
 */
export function buildViewOf(texts: readonly string[], mix: Mix, extraFailures = 0): ReportView {
  // Distinct, since locations and reasons of the same name stand together; never empty.
  const at = (index: number): string => `${texts[index] ?? ''}xxxx${index}`
  const failed = buildFailed(at)
  const neverEnded: SampleSession[] = [
    { name: at(25), status: at(26), places: { [at(3)]: 'F' } },
    { name: at(27), status: 'PROGRESS', state: 'unfinished', places: { [at(3)]: '' }, lastError: at(28) },
    { name: null, status: '', state: 'unknown', places: {}, lastError: at(29) },
  ]
  const passed: SampleSession[] = [
    { name: at(28), status: 'DEGRADED', places: { [at(3)]: 'D', [at(4)]: 'P' } },
    { name: at(29), status: 'PASSED', places: { [at(3)]: 'FP', [at(4)]: 'P' } },
    { name: at(25), status: 'PASSED', type: at(1), places: { [at(3)]: 'P', [at(4)]: 'P' } },
  ]
  const sessions = {
    failed: [failed],
    'never ended': neverEnded,
    passed,
    'many failed': [failed, ...neverEnded, ...passed],
  }[mix]
  const extra = Array.from({ length: extraFailures }, (_, index) => ({
    name: `${at(index % TEXT_COUNT)}${index}`,
    status: 'FAILED',
    places: { [at(3)]: 'F' },
  }))
  return buildView({ passingStatuses: ['PASSED', 'DEGRADED'], sessions: [...sessions, ...extra] })
}

function buildFailed(at: (index: number) => string): SampleSession {
  const details = (from: number): FailureDetails => ({
    reason: at(from),
    facts: [[at(from + 1), at(from + 2)]],
    assertions: [
      { subject: at(from + 3), expected: at(from + 4), actual: at(from + 5) },
      { subject: at(from + 6), expected: at(from + 4), actual: at(from + 5) },
    ],
    excerpt: `${at(from + 7)}\n${at(from + 8)}`,
    credentialsHidden: 0,
  })
  return {
    name: at(0),
    status: 'FAILED',
    type: at(1),
    source: at(2),
    places: { [at(3)]: 'FF', [at(4)]: 'FFP', [at(5)]: '', [at(6)]: 'EE' },
    details: { [at(3)]: details(7), [at(6)]: details(16) },
  }
}

/** As many hostile texts as such a report takes. */
export const hostileTexts: fc.Arbitrary<string[]> = fc.array(hostileText, {
  minLength: TEXT_COUNT,
  maxLength: TEXT_COUNT,
})
