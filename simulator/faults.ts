import { type FaultBehaviour, makeBehaviour } from './fault-behaviours.ts'
import type { FaultDescription } from './fault-description.ts'
import type { LoggedRequest } from './request-log.ts'
import type { RouteKind } from './route.ts'

export type { FaultBehaviour }

/** Which requests go wrong, and how. A request must meet all that is given. */
export interface FaultRule {
  /** For the request log; the behaviour's kind by default. */
  name?: string
  /** Routes it applies to; all by default. */
  route?: RouteKind | readonly RouteKind[]
  /** Session in the path; any by default. */
  sessionId?: string
  /** Which of the requests that have this route and session, from 1; all by default. */
  nth?: number | readonly number[]
  /** How many requests go wrong at most; no bound by default. */
  times?: number
  /** For how long requests go wrong, in ms from the first that does; for ever by default. */
  forMs?: number
  /** A description in JSON, or a function for whatever has none. */
  behaviour: FaultDescription | FaultBehaviour
}

/** A rule at work. */
export interface ActiveFault {
  readonly rule: FaultRule
  readonly name: string
  readonly behave: FaultBehaviour
  /** Requests so far that had the rule's route and session. */
  seen: number
  /** Requests so far that went wrong by it. */
  taken: number
  /** When the first went wrong, by `performance.now()`. */
  firstAtMs: number | null
}

/** The faults of a simulator. Of several rules that fit a request, the first that was added takes it. */
export class FaultList {
  readonly #faults: ActiveFault[] = []

  /** Adds a rule; what is returned counts the requests that went wrong by it. */
  add(rule: FaultRule): ActiveFault {
    const { behaviour } = rule
    const [kind, behave] =
      typeof behaviour === 'function'
        ? [behaviour.name || 'fault', behaviour]
        : [behaviour.kind, makeBehaviour(behaviour)]
    const fault: ActiveFault = { rule, name: rule.name ?? kind, behave, seen: 0, taken: 0, firstAtMs: null }
    this.#faults.push(fault)
    return fault
  }

  /** The fault that takes a request, if one does; counts it. */
  take(request: LoggedRequest, nowMs = performance.now()): ActiveFault | undefined {
    // Every rule sees every request, so that `nth` counts what was sent and not what another rule left over.
    const concerned = this.#faults.filter((fault) => concerns(fault.rule, request))
    for (const fault of concerned) fault.seen += 1
    const chosen = concerned.find((fault) => isDue(fault, nowMs))
    if (chosen === undefined) return undefined
    chosen.taken += 1
    chosen.firstAtMs ??= nowMs
    return chosen
  }

  list(): readonly ActiveFault[] {
    return this.#faults
  }

  clear(): void {
    this.#faults.length = 0
  }
}

function concerns({ route, sessionId }: FaultRule, request: LoggedRequest): boolean {
  const routes: readonly string[] = typeof route === 'string' ? [route] : (route ?? [request.route])
  return (
    routes.includes(request.route) &&
    (sessionId === undefined || sessionId.toLowerCase() === request.sessionId)
  )
}

function isDue({ rule, seen, taken, firstAtMs }: ActiveFault, nowMs: number): boolean {
  const { nth = seen, times = Number.POSITIVE_INFINITY, forMs = Number.POSITIVE_INFINITY } = rule
  const isChosen = typeof nth === 'number' ? nth === seen : nth.includes(seen)
  return isChosen && taken < times && (firstAtMs === null || nowMs - firstAtMs < forMs)
}
