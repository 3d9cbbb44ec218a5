import { isSafeLink } from '../text/neutralise-text.ts'
import type { JudgedCheck } from './verdict.ts'

/** What is counted: checks, or sessions where nothing is known of the checks in them. */
export function nameUnit(checks: readonly JudgedCheck[]): string {
  return checks.length > 0 && checks.every(isBareSession) ? 'session' : 'check'
}

/** Whether a row stands for a session of which no check is known. */
function isBareSession({ check, runs }: JudgedCheck): boolean {
  return check === null && runs.length === 0
}

/** A check's name for a sentence: `"Homepage"`, or the session's id when it has none. */
export function nameCheck(check: JudgedCheck): string {
  return check.name === '' ? `session ${check.sessions[0]?.id ?? ''}` : `"${check.name.slice(0, 200)}"`
}

/** Where to look, as the last sentence: ` See https://…`; '' when no link is known. */
export function describeLink(check: JudgedCheck | undefined): string {
  const link = check?.sessions.map(({ session }) => session?.link ?? '').find(isSafeLink) ?? ''
  return link === '' ? '' : ` See ${link}`
}
