import * as v from 'valibot'

/*
 * What the schemas of this folder are made of. Each schema has the name and the fields, in their order, of its
 * model in the API's documentation, and refuses whatever is not there.
 */

/** An object with these fields and no others. */
export function strict<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(v.custom<object>(isObject, 'Expected an object'), v.strictObject(entries))
}

/** An object with these fields, whose other fields may be anything: `additionalProperties`. */
export function open<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(v.custom<object>(isObject, 'Expected an object'), v.looseObject(entries))
}

/** `CheckResultFreeformObject`, and what else is an object of any fields. */
export const Freeform = open({})

/** A field that may be missing. */
export const optional = <Schema extends v.GenericSchema>(schema: Schema) => v.exactOptional(schema)
/** A field that may be null. */
export const nullable = <Schema extends v.GenericSchema>(schema: Schema) => v.nullable(schema)
/** A field that may be missing or null. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.exactOptional(v.nullable(schema))

export const text = v.string()
export const flag = v.boolean()
export const number = v.number()
export const anything = v.unknown()
export const uuid = v.pipe(v.string(), v.uuid())
export const uri = v.pipe(v.string(), v.url())
/** A time of day. Fields of the format `date` hold one too: it is what a date becomes in JSON. */
export const dateTime = v.pipe(v.string(), v.isoTimestamp())
export const list = <Schema extends v.GenericSchema>(schema: Schema) => v.array(schema)
export const oneOf = <const Words extends readonly string[]>(words: Words) => v.picklist(words)

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
