import * as v from 'valibot'

/*
 * Fields of answers that may be missing, null or of another type: the contract grows.
 */

/** A text; '' for anything else. */
export const text = v.fallback(v.string(), '')
/** A text without blanks around it; '' for anything else. */
export const trimmedText = v.fallback(v.pipe(v.string(), v.trim()), '')
/** A text; null for anything else. */
export const maybeText = v.fallback(v.nullable(v.string()), null)
/** A number; null for anything else. */
export const maybeNumber = v.fallback(v.nullable(v.number()), null)
const NO: readonly unknown[] = [false, null, undefined, 0, '', 'false']
/** True or false. A flag says that something went wrong: what is no plain no counts as yes, a missing one as no. */
export const flag = v.fallback(
  v.pipe(
    v.unknown(),
    v.transform((value) => !NO.includes(value)),
  ),
  false,
)

/**
 * A list of which odd entries are left out, as one of them says nothing about the others. Where all are odd, it is
 * another list.
 */
export function listOf<Entry extends v.GenericSchema>(entry: Entry) {
  return v.pipe(
    v.array(v.unknown()),
    v.check((list) => list.length === 0 || list.some((value) => v.is(entry, value))),
    v.transform((list) =>
      list.flatMap((value): v.InferOutput<Entry>[] => {
        const parsed = v.safeParse(entry, value)
        return parsed.success ? [parsed.output] : []
      }),
    ),
  )
}
