import * as v from 'valibot'
import { optional, strict, text } from './strict.ts'

/** `ApiError`, with the status that the answer has. */
export function ApiError(status: number) {
  return strict({ statusCode: v.literal(status), error: text, message: text })
}

/**
 * `UnauthorizedError`, `ForbiddenError`, `NotFoundError`, `TooManyRequestsError`: what older routes answer with. The
 * `attributes` that some of them may have are left out: nobody says what is in them.
 */
export function OldError(status: 401 | 403 | 404 | 429) {
  const names = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 429: 'Too Many Requests' }
  return strict({
    statusCode: v.literal(status),
    error: v.literal(names[status]),
    message: optional(text),
  })
}
