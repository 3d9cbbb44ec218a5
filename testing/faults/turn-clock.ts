/*
 * Loaded before the action (`node --import`): turns the wall clock by TURN_CLOCK_MS once half a second, or
 * TURN_AFTER_MS, has gone by, as an operator or a time service does. The monotonic clock goes on.
 */

const RealDate = Date
const turnAt = performance.now() + Number(process.env['TURN_AFTER_MS'] ?? 500)
const turnMs = Number(process.env['TURN_CLOCK_MS'] ?? 0)

function getTurnedMs(): number {
  return RealDate.now() + (performance.now() < turnAt ? 0 : turnMs)
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values: []) =>
    values.length === 0 ? new target(getTurnedMs()) : new target(...values),
  get: (target, name, receiver) => (name === 'now' ? getTurnedMs : Reflect.get(target, name, receiver)),
})
