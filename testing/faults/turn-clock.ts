/*
 * Loaded before the action (`node --import`): turns the wall clock by TURN_CLOCK_MS once half a second, or
 * TURN_AFTER_MS, has gone by, as an operator or a time service does. The monotonic clock goes on. With
 * TURN_AFTER_MS=0 the clock was wrong before the process began.
 */

const RealDate = Date
const turnAfterMs = Number(process.env['TURN_AFTER_MS'] ?? 500)
const turnAt = performance.now() + turnAfterMs
const turnMs = Number(process.env['TURN_CLOCK_MS'] ?? 0)
if (turnAfterMs === 0)
  Object.defineProperty(performance, 'timeOrigin', { value: performance.timeOrigin + turnMs })

function getTurnedMs(): number {
  return RealDate.now() + (performance.now() < turnAt ? 0 : turnMs)
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values: []) =>
    values.length === 0 ? new target(getTurnedMs()) : new target(...values),
  get: (target, name, receiver) => (name === 'now' ? getTurnedMs : Reflect.get(target, name, receiver)),
})
