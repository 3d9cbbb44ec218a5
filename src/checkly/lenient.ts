import * as v from 'valibot'

/*
 * Fields of answers that no verdict depends on: the contract grows, so they may be missing, null or of another type
 * without any effect.
 */

/** A text; '' when it is none. */
export const text = v.fallback(v.string(), '')
/** A text, or null when it is none. */
export const maybeText = v.fallback(v.nullable(v.string()), null)
/** A number, or null when it is none. */
export const maybeNumber = v.fallback(v.nullable(v.number()), null)
/** True or false; false when it is neither. */
export const flag = v.fallback(v.boolean(), false)
