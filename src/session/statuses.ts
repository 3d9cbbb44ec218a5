/** Final statuses that the API documents, from the worst; one that is not in the list is worse than all. */
export const STATUSES_FROM_WORST = ['FAILED', 'TIMED_OUT', 'CANCELLED', 'DEGRADED', 'PASSED']

/** The worst of some final statuses; '' when there is none. Of two unknown statuses: the first. */
export function findWorstStatus(statuses: readonly string[]): string {
  const rank = (status: string): number => STATUSES_FROM_WORST.indexOf(status)
  return statuses.reduce((worst, status) => (worst === '' || rank(status) < rank(worst) ? status : worst), '')
}
