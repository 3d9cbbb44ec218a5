/** Whether random tests are run at their whole length, as the scheduled workflow does; a tenth of it otherwise. */
export const IS_WHOLE = process.env['WHOLE'] === 'true'

/**
 * How often something is tried at random: a tenth, unless `WHOLE=true` is in the environment.
 * @param whole - how often it is tried then
 */
export function chooseRuns(whole: number): number {
  return IS_WHOLE ? whole : Math.ceil(whole / 10)
}
