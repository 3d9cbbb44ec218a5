/** What was asked of the API. */
export type Asking = 'await' | 'read' | 'start' | 'cancel' | 'result'

/**
 * What to do when the API refuses for good, by HTTP status (Checkly Public API, responses of the endpoints).
 * @returns a sentence; '' when nothing is known to help
 */
export function adviseOn(asking: Asking, status: number): string {
  switch (status) {
    case 400:
      return asking === 'start'
        ? 'Check the values of check-id and tags.'
        : 'Check check-session-id and account-id.'
    case 401:
      return 'The API key was not accepted: check api-key (or CHECKLY_API_KEY); it may be revoked, or of another account.'
    case 402:
      return "The account's plan does not cover this: see the billing page in Checkly."
    case 403:
      return 'The key may not do this: check that account-id is the account the key belongs to, and the role of its user.'
    case 404:
      if (asking === 'start') return 'The API itself did not say that nothing matched: check api-url.'
      return 'No such check session in this account: check check-session-id, and that account-id and api-key belong to the account that ran it.'
    default:
      return ''
  }
}
