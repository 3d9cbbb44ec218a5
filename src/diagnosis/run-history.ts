/*
 * What is known from before this run about a check run that did not pass. All times are epoch milliseconds.
 */

/** The last result in this place was better: it passed, or was only degraded and has failed now. */
export interface BetterBefore {
  kind: 'better'
  state: 'passed' | 'degraded'
  /** When that result ended. */
  endedAtMs: number
  /** Milliseconds from then to the start of this run. */
  agoMs: number
  /** How many earlier results in this place were as bad as now, of `results`: the check may be flaky. */
  bad: number
  results: number
}

/** The last results in this place were as bad as now, in a row up to this run. */
export interface BadBefore {
  kind: 'bad'
  state: 'failing' | 'degraded' | 'failing or degraded'
  /** When the first of them started. */
  sinceMs: number
  results: number
  /** Whether the row may be longer: no better result is among those that were read. */
  isAtLeast: boolean
}

/**
 * Test sessions: when Checkly first saw an error with a message like this one. Two different failures may have one
 * message.
 */
export interface SeenError {
  firstSeenMs: number
  /** Where errors like it were seen: text from outside, folded and cut. */
  environments: readonly string[]
}

/** Test sessions: how the check goes outside of this step, with its own configuration and in its own places. */
export interface ConfiguredTarget {
  /** `differs`: it passes in some of its places. */
  state: 'passes' | 'fails' | 'differs'
  /** When the latest result ended. */
  endedAtMs: number
}

/** What is known from before of one check run that did not pass. */
export interface RunHistory {
  /** Whether this failure is new; null when that is unknown. */
  isNew: boolean | null
  /** Check sessions: what it did before in this place; null when that is unknown. */
  before: BetterBefore | BadBefore | null
  /** Test sessions: the error that was seen before; null when that is unknown. */
  error: SeenError | null
  /** Test sessions: how the check goes outside of this step; null when unknown. Decides nothing: another target. */
  target: ConfiguredTarget | null
  /** Why it is unknown whether the failure is new; '' when that is known. */
  unknown: string
}
