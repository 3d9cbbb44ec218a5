import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuiltSession, buildSession } from '../../simulator/build-session.ts'
import { startSimulator } from '../../simulator/server.ts'
import type { RunOptions } from '../run-action.ts'
import type { FaultCase, Stage } from './fault-case.ts'

/** A stage that is set for one run of one client. */
export interface SetStage extends Stage {
  sessions: BuiltSession[]
  /** Check ids, one for each session. */
  checkIds: string[]
  /** PEM file of the authority that the client is to trust; '' for none. */
  authority: string
  /** What the case changes about the run. */
  changes: Partial<RunOptions>
  /** How many requests await, or start, where the case starts sessions. */
  countRequests(): number
  clear(): Promise<void>
}

/** Starts the stand-in with the fault of a case, and a host that must not be asked anything. */
export async function setStage(one: FaultCase): Promise<SetStage> {
  const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-fault-'))
  const listener = one.listener?.() ?? {}
  const sessions = (one.sessions ?? [{}]).map((session) => buildSession({ runMs: 150, ...session }))
  const simulator = await startSimulator({ ...listener, faults: one.faults ?? [] })
  const bystander = await startSimulator()
  const checks = sessions.map((session, index) =>
    simulator.checks.add({ name: session.name ?? `Check ${index}`, tags: ['fault'], session }),
  )
  if (one.starts !== true) for (const session of sessions) simulator.sessions.add(session)
  let authority = ''
  if (listener.tls !== undefined && one.distrusted !== true) {
    authority = join(folder, 'authority.pem')
    writeFileSync(authority, listener.tls.cert)
  }
  const stage: Stage = { simulator, bystander, folder }
  const route = one.starts === true ? 'trigger' : 'completion'
  return {
    ...stage,
    sessions,
    checkIds: checks.map((check) => check.id),
    authority,
    changes: one.arrange?.(stage) ?? {},
    countRequests: () => simulator.log.filter((request) => request.route === route).length,
    clear: async () => {
      await simulator.close()
      await bystander.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
