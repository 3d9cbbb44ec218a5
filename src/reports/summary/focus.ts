import type { ReportView } from '../views/report-view.ts'
import type { SessionView } from '../views/session-view.ts'

/** What a page draws the eye to. */
export interface Focus {
  /** Those that did not pass, without the ones that a failure cut short. */
  main: SessionView[]
  /** Still running when a failure ended the wait; they do not say what is wrong. */
  cutShort: SessionView[]
  /** The one session that the heading names, because the step ended as it did for it alone. */
  named: SessionView | undefined
}

/** Chooses what a page draws the eye to. */
export function chooseFocus({ stopped, remarkable, plain, report }: ReportView): Focus {
  // The unfinished stand last.
  const ended = stopped.filter((view) => view.fate.state !== 'unfinished')
  const main = ended.length > 0 ? ended : stopped
  const { outcome } = report.verdict
  const candidates = outcome === 'passed' ? [...remarkable, ...plain] : main
  const isNamed = candidates.length === 1 && ['passed', 'failed', 'timeout'].includes(outcome)
  return {
    main,
    cutShort: main === stopped ? [] : stopped.slice(ended.length),
    named: isNamed ? candidates[0] : undefined,
  }
}
