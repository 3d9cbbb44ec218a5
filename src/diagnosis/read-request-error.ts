import type { Probe } from './check-result-schema.ts'
import { toLine } from './read-values.ts'

/** Why a request was not answered; '' when it was answered. The API's documentation has the text `null` for that. */
export function readRequestError({
  requestError,
  response,
}: Pick<Probe, 'requestError' | 'response'>): string {
  const lines = [requestError, response.requestError].map(describe)
  return lines.find((line) => !/^(?:null|undefined|false|)$/.test(line)) ?? ''
}

function describe(error: unknown): string {
  const isObject = typeof error === 'object' && error !== null && 'message' in error
  return toLine(isObject ? error.message : error, 300)
}
