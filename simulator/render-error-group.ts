import { createHash } from 'node:crypto'
import { formatTime } from './clock.ts'
import { deriveUuid } from './ids.ts'
import type { PastRun } from './live-session.ts'
import type { JsonObject } from './wire.ts'

/** An error group as `GET /v1/error-groups/{id}` answers it; undefined when no run belongs to it. */
export function renderErrorGroup(id: string, runs: readonly PastRun[]): JsonObject | undefined {
  const group = gather(id, runs)
  if (group === undefined) return undefined
  return { ...group.fields, checkId: group.checkId ?? '' }
}

/** An error group as `GET /v1/test-session-error-groups/{id}` answers it; undefined when no run belongs to it. */
export function renderTestErrorGroup(id: string, runs: readonly PastRun[]): JsonObject | undefined {
  const group = gather(id, runs)
  if (group === undefined) return undefined
  return { ...group.fields, projectId: null, environments: group.environments, pwtMetadata: null }
}

// What the runs of a group say of it together: first and last seen, where, and the analysis of the first that has one.
function gather(id: string, runs: readonly PastRun[]) {
  const seen = runs.flatMap(({ run, startedAtMs }) =>
    run.errorGroup?.id === id ? [{ run, group: run.errorGroup, atMs: startedAtMs + run.stopMs }] : [],
  )
  const [first] = seen
  if (first === undefined) return undefined
  const { message } = first.group
  const firstSeen = formatTime(Math.min(...seen.map(({ group, atMs }) => atMs - group.firstSeenAgoMs)))
  const lastSeen = formatTime(Math.max(...seen.map(({ atMs }) => atMs)))
  const environments = seen.flatMap(({ group }) => group.environments ?? [])
  const analyses = seen.flatMap(({ group }) => (group.analysis === undefined ? [] : [group.analysis]))
  return {
    checkId: first.run.check.id,
    environments: environments.length === 0 ? null : [...new Set(environments)],
    fields: {
      id,
      errorHash: createHash('sha256').update(message).digest('hex'),
      rawErrorMessage: message,
      cleanedErrorMessage: message,
      firstSeen,
      lastSeen,
      archivedUntilNextEvent: false,
      rootCauseAnalyses: analyses.map((analysis) => ({
        id: deriveUuid('analysis', id),
        created_at: firstSeen,
        analysis,
        provider: 'anthropic',
        model: 'default',
        durationMs: 4200,
        userContext: null,
      })),
    },
  }
}
