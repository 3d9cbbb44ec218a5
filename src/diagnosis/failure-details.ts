/** An assertion that did not hold; `expected` and `actual` are '' where they are not known. */
export interface FailedAssertion {
  subject: string
  expected: string
  actual: string
}

/**
 * Why one result failed, read from the check results API or from a test session's result. All of it is text
 * from outside: renderers neutralise it. Other people's credentials are not in it.
 */
export interface FailureDetails {
  /** One line: the first thing that went wrong, e.g. `status code: expected 200, was 503`. */
  reason: string
  /** Request and response lines and the like, e.g. `['Request', 'GET https://…']`. */
  facts: [label: string, value: string][]
  assertions: FailedAssertion[]
  /** Several lines to show as they are, e.g. a Playwright error without colour codes; '' if none. */
  excerpt: string
  /** In how many places of all this `***` stands for a credential that was taken out. */
  credentialsHidden: number
}

/** What a reader makes of one part of an answer. */
export type ReadDetails = Omit<FailureDetails, 'credentialsHidden'>

/** One line: `status code: expected 200, was 503`. */
export function describeFailedAssertion({ subject, expected, actual }: FailedAssertion): string {
  const wanted = expected === '' ? subject : `${subject}: expected ${expected}`
  return actual === '' ? wanted : `${wanted}, was ${actual}`
}
