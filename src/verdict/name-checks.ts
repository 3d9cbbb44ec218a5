import { isSafeLink } from '../text/neutralise-text.ts'
import type { JudgedCheck } from './verdict.ts'

/** The word to count with: `session` when no check is known in any of them, else `check`. */
export function nameUnit(checks: readonly JudgedCheck[]): string {
  return checks.length > 0 && checks.every(isBareSession) ? 'session' : 'check'
}

/** Whether this stands for a session whose checks are unknown. */
function isBareSession({ check, runs }: JudgedCheck): boolean {
  return check === null && runs.length === 0
}

/** A check's name for a sentence: `"Homepage"`. Without a name: `session` and its id. */
export function nameCheck(check: JudgedCheck): string {
  return check.name === '' ? `session ${check.sessions[0]?.id ?? ''}` : `"${check.name.slice(0, 200)}"`
}

/** Where to look, as the last sentence: ` See https://…`; '' when no link is known. */
export function describeLink(check: JudgedCheck | undefined): string {
  const link = check?.sessions.map(({ session }) => session?.link ?? '').find(isSafeLink) ?? ''
  return link === '' ? '' : ` See ${link}`
}
