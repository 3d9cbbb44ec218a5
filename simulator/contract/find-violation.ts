import * as v from 'valibot'
import type { Endpoint } from './endpoints.ts'

/** Where an answer goes against the contract, in one sentence; null when it does not. A null body is none at all. */
export function findViolation(endpoint: Endpoint, status: number, body: unknown): string | null {
  const name = `${endpoint.method} ${endpoint.path}`
  const schema = endpoint.answers.get(status)
  if (schema === undefined) {
    const documented = [...endpoint.answers.keys()].sort().join(', ')
    return `${name} answers ${status}, which is not documented: ${documented} are.`
  }
  if (schema === null) return body === null ? null : `${name} answers ${status} with a body, which has none.`
  const { issues } = v.safeParse(schema, body)
  if (issues === undefined) return null
  const [issue] = issues
  const path = v.getDotPath(issue) ?? 'its body'
  return `${name} answers ${status}, but ${path} is wrong: ${issue.message}.`
}
