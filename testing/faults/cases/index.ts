import type { FaultCase } from '../fault-case.ts'
import { BESIDE } from './beside.ts'
import { BODIES } from './bodies.ts'
import { CONNECTIONS } from './connections.ts'
import { HOSTILE_TEXT } from './hostile-text.ts'
import { MID_WAIT } from './mid-wait.ts'
import { PROCESS } from './process.ts'
import { RATE_LIMITS } from './rate-limits.ts'
import { REFUSALS } from './refusals.ts'
import { SERVER_ERRORS } from './server-errors.ts'
import { STARTING } from './starting.ts'
import { TLS } from './tls.ts'
import { VERDICTS } from './verdicts.ts'
import { WAITING } from './waiting.ts'

/** Every fault, in the order of the table. */
export const FAULT_CASES: readonly FaultCase[] = [
  ...WAITING,
  ...RATE_LIMITS,
  ...SERVER_ERRORS,
  ...CONNECTIONS,
  ...TLS,
  ...REFUSALS,
  ...MID_WAIT,
  ...BODIES,
  ...VERDICTS,
  ...STARTING,
  ...BESIDE,
  ...PROCESS,
  ...HOSTILE_TEXT,
]
