import type { TimeLimit } from '../../time/clock.ts'
import type { Purpose } from '../api-caller.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import type { Standing } from './purposes.ts'
import { RouteThrottle } from './route-throttle.ts'
import type { Turn } from './turn.ts'

/** A call that waits for its turn. */
export interface WaitingCall {
  limit: TimeLimit
  /** Gives the call its turn; null for none. */
  settle(turn: Turn | null): void
}

/** The requests of one purpose, which go to one route of the API, and what is known of that route. */
export class Route {
  readonly purpose: Purpose
  readonly standing: Standing
  readonly throttle: RouteThrottle
  readonly breaker: CircuitBreaker
  /** Whether the verdict depends on its requests. Rank 0: poll, watch, start, lookup. */
  readonly isPoll: boolean
  /** In the order in which they asked. */
  readonly waiting = new Set<WaitingCall>()
  /** How many requests were sent and are not answered yet. */
  onTheWay = 0

  constructor(purpose: Purpose, standing: Standing, random: () => number) {
    this.purpose = purpose
    this.standing = standing
    this.isPoll = standing.rank === 0
    this.throttle = new RouteThrottle(random)
    this.breaker = new CircuitBreaker(random)
  }
}
