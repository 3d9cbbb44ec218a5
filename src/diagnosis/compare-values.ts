/**
 * Whether a value contradicts what an assertion wants of it; false where that cannot be told. For answers that
 * do not say which of their assertions failed.
 * @param comparison - in the API's spelling, such as `LESS_THAN`
 * @param actual - undefined or null when it is not known
 */
export function isRefuted(comparison: string, actual: unknown, target: unknown): boolean {
  if (actual === undefined || actual === null) return false
  if (comparison === 'IS_EMPTY') return typeof actual === 'string' && actual !== ''
  if (comparison === 'NOT_EMPTY') return actual === ''
  if (comparison === 'IS_NULL') return true
  if (typeof actual === 'object' || (typeof target !== 'string' && typeof target !== 'number')) return false
  if (comparison === 'CONTAINS') return !String(actual).includes(String(target))
  if (comparison === 'NOT_CONTAINS') return String(actual).includes(String(target))
  if (comparison === 'EQUALS') return !isEqual(actual, target)
  if (comparison === 'NOT_EQUALS') return isEqual(actual, target)
  const [value, limit] = [Number(actual), Number(target)]
  if (target === '' || Number.isNaN(value) || Number.isNaN(limit)) return false
  if (comparison === 'GREATER_THAN') return value <= limit
  return comparison === 'LESS_THAN' && value >= limit
}

/** Targets are texts where values are numbers: `'200'` and `200` are equal. */
function isEqual(actual: unknown, target: string | number): boolean {
  const isNumeric = String(target).trim() !== '' && !Number.isNaN(Number(target)) && actual !== ''
  return String(actual) === String(target) || (isNumeric && Number(actual) === Number(target))
}
