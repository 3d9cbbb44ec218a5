import type { FaultCase } from '../../testing/faults/fault-case.ts'
import { setStage } from '../../testing/faults/stage.ts'
import type { Client } from './clients.ts'

/** What one client made of one fault. */
export interface Comparison {
  /** `false green` is the worst: a deployment that nothing vouched for. */
  result: 'handled' | 'false green' | 'false red' | 'too late' | 'too many requests' | 'cannot take part'
  requests: number
  seconds: number
}

/** Whoever has this time, in seconds, can handle every fault that passes, doubling pauses included. */
const ENOUGH = 12
/** More requests than this are a storm, however they end. */
const STORM = 40

/** Plays a fault on a client, which has the case's time, and more where the session passes or fails in the end. */
export async function compareClient(one: FaultCase, client: Client): Promise<Comparison> {
  if (one.starts === true && !client.starts) return { result: 'cannot take part', requests: 0, seconds: 0 }
  const ends = one.expect.outcome === 'passed' || one.expect.outcome === 'failed'
  const given = Number(one.inputs?.['timeout'] ?? 4)
  const timeout = ends ? Math.max(given, ENOUGH) : given
  const limit = timeout + 2
  const stage = await setStage(one)
  try {
    const run = await client.run(one, stage, timeout, limit)
    const requests = stage.countRequests()
    const most = one.starts === true ? one.expect.requests[1] : Math.max(STORM, one.expect.requests[1])
    const mustPass = one.expect.code === 0
    let result: Comparison['result'] = 'handled'
    if (run.green && !mustPass) result = 'false green'
    else if (run.killed) result = 'too late'
    else if (!run.green && mustPass) result = 'false red'
    else if (requests > most) result = 'too many requests'
    return { result, requests, seconds: run.seconds }
  } finally {
    await stage.clear()
  }
}
