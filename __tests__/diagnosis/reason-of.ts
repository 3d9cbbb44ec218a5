import { extractFailureDetails } from '../../src/diagnosis/extract-failure-details.ts'

/** The reason that is read from a body; 'nothing' when the body says nothing. */
export function reasonOf(checkType: string, body: unknown): string {
  return extractFailureDetails(body, checkType)?.reason ?? 'nothing'
}
