import { CheckCatalogue } from './check-catalogue.ts'
import { History } from './history.ts'
import { deriveFinalStatus } from './live-session.ts'
import { LocationList } from './locations.ts'
import { planSession, type SessionPlan } from './plan-session.ts'
import { deriveTestStatus, planTestSession, type TestSessionPlan } from './plan-test-session.ts'
import type {
  CheckScript,
  HistoryScript,
  PrivateLocationScript,
  SessionScript,
  TestSessionBehaviour,
  TestSessionScript,
} from './script.ts'
import { SessionStore } from './session-store.ts'

/** How test sessions are started, where nobody could try what the API does. Tests may change it at any time. */
export interface TestSessionRules {
  /**
   * What a target that matches no check is answered with: 404, the default; 403 with
   * `errorCode: ERR_NO_MATCHING_CHECKS`; or 201 with a session that has no results.
   */
  noMatch: 404 | 403 | 201
  /** What a place that does not exist is answered with; 400 by default. */
  unknownPlace: 400 | 404
  /** How each test session that a request starts behaves as a whole. */
  behaviour: TestSessionBehaviour
}

/** What an account has from the start; everything has a default. */
export interface AccountOptions {
  accountId?: string
  /** Check sessions that are there from the start, and start with it. */
  sessions?: readonly SessionScript[]
  /** Test sessions that are there from the start, and start with it. */
  testSessions?: readonly TestSessionScript[]
  /** Checks that trigger requests can start. */
  checks?: readonly CheckScript[]
  /** What checks did before. */
  history?: readonly HistoryScript[]
  /** Private locations; one with the slug `office-berlin` by default. */
  privateLocations?: readonly PrivateLocationScript[]
  testSessionRules?: Partial<TestSessionRules>
}

/** An account of Checkly: all that its API tells, but for how much it may be asked. */
export interface Account {
  readonly accountId: string
  readonly sessions: SessionStore<SessionScript, SessionPlan>
  readonly testSessions: SessionStore<TestSessionScript, TestSessionPlan>
  readonly testSessionRules: TestSessionRules
  readonly checks: CheckCatalogue
  readonly history: History
  readonly locations: LocationList
}

const DEFAULT_ACCOUNT_ID = '438cac9a-7a2d-4c57-9a35-8f3be1a0c1d2'

/** Opens an account. */
export function openAccount(options: AccountOptions = {}): Account {
  const account: Account = {
    accountId: options.accountId ?? DEFAULT_ACCOUNT_ID,
    sessions: new SessionStore({ plan: planSession, deriveStatus: deriveFinalStatus }),
    testSessions: new SessionStore({ plan: planTestSession, deriveStatus: deriveTestStatus }),
    testSessionRules: { noMatch: 404, unknownPlace: 400, behaviour: {}, ...options.testSessionRules },
    checks: new CheckCatalogue(),
    history: new History(),
    locations: new LocationList(),
  }
  for (const check of options.checks ?? []) account.checks.add(check)
  for (const session of options.sessions ?? []) account.sessions.add(session)
  for (const session of options.testSessions ?? []) account.testSessions.add(session)
  for (const script of options.history ?? []) account.history.add(script)
  for (const script of options.privateLocations ?? [{ slugName: 'office-berlin' }])
    account.locations.add(script)
  return account
}
