import type { Purpose } from '../api-caller.ts'

/** Leave to send one request, and when it was given. */
export interface Turn {
  /** Turns are numbered in the order in which they are given, from 1. */
  readonly serial: number
  readonly purpose: Purpose
  /** In milliseconds on the limiter's clock. */
  readonly sentAt: number
}
