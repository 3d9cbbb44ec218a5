import { cutText } from '../text/neutralise-text.ts'
import type { EventFacts } from './github-event.ts'

/** The longest default name, in UTF-16 units. Behind it a location may follow. */
const LONGEST_NAME = 200
/** Branches and workflows have names of any length; the token at the end must not be cut off. */
const LONGEST_PART = 60

/**
 * The name of a test session when none is given: `acme/shop · Deploy · main · run 42 · k3j9x0a1b2c3`.
 * @param token names this start and no other
 */
export function buildSessionName(env: NodeJS.ProcessEnv, facts: EventFacts, token: string): string {
  const run = env['GITHUB_RUN_NUMBER'] ?? ''
  const attempt = env['GITHUB_RUN_ATTEMPT'] ?? ''
  const again = attempt === '' || attempt === '1' ? '' : `.${attempt}`
  const parts = [
    env['GITHUB_REPOSITORY'] ?? '',
    env['GITHUB_WORKFLOW'] ?? '',
    facts.branchName ?? '',
    run === '' ? '' : `run ${run}${again}`,
  ]
    .map((part) => cutText(part.replace(/[\p{Cc}\p{Cf}]/gu, ''), LONGEST_PART))
    .filter((part) => part !== '')
  const name = parts.length === 0 ? 'Checkly Gate' : parts.join(' · ')
  return `${cutText(name, LONGEST_NAME - token.length - 3)} · ${token}`
}

/** Twelve letters and digits; for telling starts apart, not for keeping anybody out. */
export function createToken(random: () => number = Math.random): string {
  const half = (): string =>
    Math.floor(random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0')
  return half() + half()
}
