const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/**
 * A moment for a sentence: `22 November 03:10 UTC`; with the year where it is another one than that of `nowMs`.
 * Both are in epoch milliseconds.
 */
export function describeMoment(epochMs: number, nowMs: number): string {
  const moment = new Date(epochMs)
  const year =
    moment.getUTCFullYear() === new Date(nowMs).getUTCFullYear() ? '' : ` ${moment.getUTCFullYear()}`
  const time = moment.toISOString().slice(11, 16)
  return `${moment.getUTCDate()} ${MONTHS[moment.getUTCMonth()]}${year} ${time} UTC`
}
