import { deriveUuid } from './ids.ts'
import type { TestSessionScript } from './script.ts'

/** A script whose ids are known before it is added. */
export type BuiltTestSession = TestSessionScript & { id: string; name: string }

/**
 * Gives a test session its id, e.g. `buildTestSession({ checks: [{ name: 'Login', status: 'FAILED' }] })`. The id
 * is derived from name and place: test sessions of one simulator need different ones, or ids.
 */
export function buildTestSession(options: TestSessionScript = {}): BuiltTestSession {
  const { name = 'Preview', location = 'eu-central-1' } = options
  return { ...options, name, id: options.id ?? deriveUuid('built test session', name, location) }
}

/** One test session for each place, of the same checks: what a start in several places comes to. */
export function buildTestSessions(
  locations: readonly string[],
  options: Omit<TestSessionScript, 'id' | 'location'> = {},
): BuiltTestSession[] {
  return locations.map((location) => buildTestSession({ ...options, location }))
}
