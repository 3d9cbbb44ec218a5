import type { LoggedRequest } from '../../../simulator/request-log.ts'
import type { JsonObject } from '../../../simulator/wire.ts'

/** The bodies of requests that start test sessions, in the order in which they came. */
export function listTestStarts(log: readonly LoggedRequest[]): JsonObject[] {
  return log.filter(({ route }) => route === 'test-trigger').map(({ body }) => JSON.parse(body) as JsonObject)
}

/** The address that such a request gives to the checks; undefined for none. */
export function findAddress(start: JsonObject | undefined): string | undefined {
  const variables = (start?.['environmentVariables'] ?? []) as { key: string; value: string }[]
  return variables.find(({ key }) => key === 'ENVIRONMENT_URL')?.value
}
