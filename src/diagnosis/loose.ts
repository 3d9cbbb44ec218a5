import * as v from 'valibot'

/** A field that may be missing or have any value: what is made of it is decided where it is shown. */
export const loose = v.optional(v.unknown())
