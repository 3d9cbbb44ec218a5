import * as v from 'valibot'
import { type Answer, answerError } from './wire.ts'

/** A request that is refused: thrown by these readers, and answered as it says. */
export class Refusal extends Error {
  readonly answer: Answer

  constructor(status: number, message: string) {
    super(message)
    this.answer = answerError(status, message)
  }
}

const LONGEST_WAIT_S = 30

/** A body that a schema describes. Throws a `Refusal` (400) for anything else. */
export function readBodyAs<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
): v.InferOutput<Schema> {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new Refusal(400, 'Invalid request payload JSON format')
  }
  // Valibot takes a list for an object without fields.
  if (Array.isArray(body)) throw new Refusal(400, '"value" must be of type object')
  const read = v.safeParse(schema, body)
  if (read.success) return read.output
  const [issue] = read.issues
  throw new Refusal(400, `"${v.getDotPath(issue) ?? 'value'}": ${issue.message}`)
}

/** `maxWaitSeconds` of a query in ms; 30 s without it. Throws a `Refusal` (400) for a wait that the API does not have. */
export function readWaitMs(query: URLSearchParams): number {
  const text = query.get('maxWaitSeconds')
  const seconds = text === null ? LONGEST_WAIT_S : /^\d{1,2}$/.test(text) ? Number(text) : 0
  if (seconds >= 1 && seconds <= LONGEST_WAIT_S) return seconds * 1000
  throw new Refusal(400, `"maxWaitSeconds" must be an integer between 1 and ${LONGEST_WAIT_S}`)
}

/**
 * The query of a list, whose names may end in `[]`, as the vendor's CLI writes lists. Throws a `Refusal` (400) for a
 * name that the API does not document.
 */
export function readQuery(url: URL, names: readonly string[]): URLSearchParams {
  const query = [...url.searchParams].map(
    ([name, value]) => [name.replace(/\[\]$/, ''), value] as [string, string],
  )
  const odd = query.find(([name]) => !names.includes(name))
  if (odd !== undefined) throw new Refusal(400, `"${odd[0]}" is not allowed`)
  return new URLSearchParams(query)
}

/** A number of a query; undefined without it. Throws a `Refusal` (400) for anything else. */
export function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(text)) throw new Refusal(400, `"${name}" must be a number`)
  return Number(text)
}

/** A list of a query, given as several values or with commas. Throws a `Refusal` (400) for a word that is not allowed. */
export function readWords(
  query: URLSearchParams,
  name: string,
  allowed?: readonly string[],
): string[] | undefined {
  if (!query.has(name)) return undefined
  const words = query.getAll(name).flatMap((text) => text.split(','))
  const odd = allowed === undefined ? undefined : words.find((word) => !allowed.includes(word))
  if (odd !== undefined) throw new Refusal(400, `"${name}" must be one of ${allowed?.join(', ')}, not ${odd}`)
  return words
}

/** A page of a list. */
export interface Page<Item> {
  items: Item[]
  /** Cursor of the next page; null when this is the last. */
  nextId: string | null
}

/** The page of a list that a query asks for by `limit` (up to 100) and `nextId`. Throws a `Refusal` (400). */
export function readPage<Item>(query: URLSearchParams, all: readonly Item[], usual: number): Page<Item> {
  const limit = readNumber(query, 'limit') ?? usual
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new Refusal(400, '"limit" must be an integer between 1 and 100')
  const cursor = query.get('nextId')
  const match = cursor === null ? null : /^page-(\d{1,9})$/.exec(cursor)
  if (cursor !== null && match === null) throw new Refusal(400, '"nextId" is not a cursor of this list')
  const start = Number(match?.[1] ?? 0)
  const end = start + limit
  return { items: all.slice(start, end), nextId: end < all.length ? `page-${end}` : null }
}
