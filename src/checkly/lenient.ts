import * as v from 'valibot'

/*
 * Fields of answers that no verdict depends on: the contract grows, so they may be missing, null or of another type
 * without any effect.
 */

/** A text; '' for anything else. */
export const text = v.fallback(v.string(), '')
/** A text; null for anything else. */
export const maybeText = v.fallback(v.nullable(v.string()), null)
/** A number; null for anything else. */
export const maybeNumber = v.fallback(v.nullable(v.number()), null)
/** True or false; false for anything else. */
export const flag = v.fallback(v.boolean(), false)
