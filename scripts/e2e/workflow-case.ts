import type { TestSessionRules } from '../../simulator/account.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import type { LoggedRequest } from '../../simulator/request-log.ts'
import type { CheckScript, SessionScript } from '../../simulator/script.ts'

/** What a step is expected to do. Text that it prints or adds to the summary is looked for as a part. */
export interface ExpectedStep {
  result: 'success' | 'failure' | 'skipped'
  outputs?: Record<string, string>
  prints?: string
  summary?: string
}

/** What a job is expected to do. Every step is listed, by the name that the workflow gives it. */
export interface ExpectedJob {
  result: 'success' | 'failure' | 'skipped'
  /** A bare result stands for `{ result }`; `Post NAME` is the step's post stage. None for a skipped job. */
  steps?: Record<string, ExpectedStep | ExpectedStep['result']>
}

/** A workflow, the world it runs in, and what comes of it. */
export interface WorkflowCase {
  /** What is special, e.g. `a check fails`. */
  title: string
  /** Path from the root of this repository, or a workflow of a page: `README.md#Deploy`. */
  workflow: string
  /**
   * The text of a workflow that calls this one, a reusable one in the folder beside it: it gets the event. Of
   * its own jobs, those with steps are compared too.
   */
  caller?: string
  event: string
  /** The event's payload, as far as the workflow reads it. */
  payload?: Record<string, unknown>
  /** Runs this job alone. */
  job?: string
  /** Runs these jobs of a matrix alone, as `key:value`. */
  matrix?: string
  inputs?: Record<string, string>
  /** Variables of the repository, beside the account's id and the stand-in's URL. */
  variables?: Record<string, string>
  /** The checks of the account. */
  checks?: readonly CheckScript[]
  /** Sessions that were started elsewhere. */
  sessions?: readonly SessionScript[]
  /** How test sessions that a step starts behave. */
  testSessionRules?: Partial<TestSessionRules>
  /** What goes wrong with requests to the stand-in API. */
  faults?: readonly FaultRule[]
  /** The key of the repository's secret; one that the stand-in API accepts by default. */
  apiKey?: string
  /** The default of `timeout` in the published action, in seconds: nobody waits ten minutes for a timeout. */
  timeout?: number
  /** Jobs by id, those of a matrix by id and number from 1; every job is listed. */
  jobs: Record<string, ExpectedJob>
  /** What must hold of the messages that were posted to the channel (the secret SLACK_WEBHOOK_URL). */
  messages?: (bodies: readonly string[]) => Record<string, boolean>
  /** What else must hold of the requests that the stand-in API got: a sentence each, and whether it does. */
  requests?: (log: readonly LoggedRequest[]) => Record<string, boolean>
}
