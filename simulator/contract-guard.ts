import { renderDocumented, renderSent } from './beyond-contract.ts'
import { ENDPOINTS, type Endpoint, UNKNOWN_ENDPOINT } from './contract/endpoints.ts'
import { findViolation } from './contract/find-violation.ts'
import type { RouteKind } from './route.ts'
import type { Answer } from './wire.ts'

/** An answer of the simulator's own that is not what the API documents: a mistake of the simulator or a script. */
export class ContractViolation extends Error {
  override readonly name = 'ContractViolation'
}

/**
 * Checks every answer against the contract. After the first that is wrong there are no others: the simulator has
 * proven nothing, and a client that asks again must not come out well.
 */
export class ContractGuard {
  #violation: ContractViolation | null = null

  /** The answer as it is sent. Throws a `ContractViolation` when it, or one before it, is wrong. */
  check(route: RouteKind, answer: Answer): Answer {
    this.throwIfViolated()
    const sentence = findViolation(findEndpoint(route), answer.status, renderDocumented(answer.body))
    if (sentence !== null) this.#violation = new ContractViolation(sentence)
    this.throwIfViolated()
    return { ...answer, body: renderSent(answer.body) }
  }

  /** Throws the first violation, if there was one. */
  throwIfViolated(): void {
    if (this.#violation !== null) throw this.#violation
  }
}

/** What the contract says of a route. */
export function findEndpoint(route: RouteKind): Endpoint {
  return route === 'unknown' ? UNKNOWN_ENDPOINT : ENDPOINTS[route]
}
