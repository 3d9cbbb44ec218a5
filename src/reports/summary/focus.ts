import type { CheckView } from '../views/check-view.ts'
import type { ReportView } from '../views/report-view.ts'

/** What a page draws the eye to. */
export interface Focus {
  /** Checks that did not pass and have something of their own to tell. */
  main: CheckView[]
  /** The one check that the heading names, because it alone decided how the step ended. */
  named: CheckView | undefined
}

/** Chooses what a page draws the eye to. */
export function chooseFocus({
  notPassed,
  shared,
  running,
  notStarted,
  remarkable,
  plain,
  report,
}: ReportView): Focus {
  const together = new Set([...running, ...notStarted, ...shared.flatMap(({ views }) => views)])
  const main = notPassed.filter((view) => !together.has(view))
  const { outcome } = report.verdict
  const candidates = outcome === 'passed' ? [...remarkable, ...plain] : main
  const isNamed =
    candidates.length === 1 &&
    (outcome !== 'timeout' || main.length === notPassed.length) &&
    (outcome === 'passed' || shared.length === 0) &&
    ['passed', 'failed', 'timeout'].includes(outcome)
  return {
    main,
    named: isNamed ? candidates[0] : undefined,
  }
}
