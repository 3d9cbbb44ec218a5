import type { Purpose } from '../api-caller.ts'

/** The permission to send one request. */
export interface Turn {
  /** 1, 2, 3, … in the order in which turns are given. */
  readonly serial: number
  readonly purpose: Purpose
  /** Milliseconds on the limiter's clock: when the turn was given. The request is sent at once. */
  readonly sentAt: number
}
