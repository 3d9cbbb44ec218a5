import type { Answer } from '../../src/client/answer.ts'
import type { ChecklyClient } from '../../src/client/checkly-client.ts'
import type { CheckSession, ReadSession } from '../../src/client/contract.ts'
import type { FakeClock } from './fake-clock.ts'
import { trouble } from './script-answers.ts'

/** How a session answers: what, and after how many milliseconds. */
export type AnswerSession = (id: string, seconds: number) => { answer: Answer<ReadSession>; tookMs: number }

/** A client whose answers are scripted, on a clock of its own; it counts what it is asked. */
export interface ScriptedClient extends ChecklyClient {
  /** When each wait was asked for, in the order of time. */
  readonly waits: { id: string; at: number }[]
  readonly snapshots: { id: string; at: number }[]
}

/** Creates a client that waits and reads as scripted; it cannot do anything else. */
export function scriptClient(
  clock: FakeClock,
  answerWait: AnswerSession,
  answerRead: AnswerSession = () => ({ answer: trouble('500') as Answer<never>, tookMs: 10 }),
): ScriptedClient {
  const waits: ScriptedClient['waits'] = []
  const snapshots: ScriptedClient['snapshots'] = []
  const give = async (
    script: ReturnType<AnswerSession>,
    signal: AbortSignal,
  ): Promise<Answer<ReadSession>> => {
    await clock.sleep(script.tookMs, signal)
    return signal.aborted ? (trouble('given up') as Answer<never>) : script.answer
  }
  const refuse = (): never => {
    throw new Error('not scripted')
  }
  return {
    waits,
    snapshots,
    awaitSession: (id, seconds, signal) => {
      waits.push({ id, at: clock.now() })
      return give(answerWait(id, seconds), signal)
    },
    readSession: (id, signal) => {
      snapshots.push({ id, at: clock.now() })
      return give(answerRead(id, 0), signal)
    },
    startSessions: refuse,
    cancelSession: refuse,
    readResult: refuse,
    close: () => {},
  }
}

/** A session as read, ended or not. */
export function readAs(id: string, status: string): Extract<Answer<ReadSession>, { kind: 'completed' }> {
  const session: CheckSession = {
    checkSessionId: id,
    checkSessionLink: `https://app.checklyhq.com/check-sessions/${id}`,
    checkId: '',
    checkType: 'API',
    name: id,
    status,
    startedAt: null,
    stoppedAt: null,
    timeElapsed: null,
    runLocations: [],
    runSource: null,
    results: [],
  }
  return { kind: 'completed', value: { session, raw: { ...session } } }
}
