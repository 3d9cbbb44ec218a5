import * as v from 'valibot'
import { maybeNumber, text } from './lenient.ts'

/** The most characters of a message that are read: more is a page, and nobody reads it. */
const LONGEST_MESSAGE = 2000

const apiErrorSchema = v.object({
  message: v.pipe(
    v.string(),
    v.transform((message) => message.slice(0, LONGEST_MESSAGE)),
  ),
  statusCode: maybeNumber,
  errorCode: text,
})

/**
 * What an error body says. `statusCode` is in each of the API's own, and null where something else answered;
 * `errorCode` is '' in most.
 */
export type ApiError = v.InferOutput<typeof apiErrorSchema>

/** Reads the body of an error (Checkly Public API, `ApiError`); null when it has no message: a proxy's page, say. */
export function readApiError(text: string): ApiError | null {
  try {
    const parsed = v.safeParse(apiErrorSchema, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/**
 * Creates the decoder of an answer.
 * @param use - what is made of an answer that has this shape
 * @returns what `use` returns; for another shape a sentence that says where it is not what the API documents
 */
export function createDecoder<Schema extends v.GenericSchema, T>(
  schema: Schema,
  use: (answer: v.InferOutput<Schema>) => T,
): (body: unknown) => T | string {
  return (body) => {
    const parsed = v.safeParse(schema, body)
    return parsed.success ? use(parsed.output) : describeMismatch(parsed.issues[0])
  }
}

function describeMismatch(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue)
  if (path === null) return 'the answer is not a JSON object'
  return `the answer's ${path} is not what the API documents (${issue.expected ?? issue.type} expected)`
}
