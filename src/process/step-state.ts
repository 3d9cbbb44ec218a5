import { getState } from '@actions/core'
import type { Inputs } from '../inputs/read-inputs.ts'
import { addToCommandFile } from '../outputs/command-file.ts'

/*
 * What main leaves for post, in the runner's state file. Post gets each value as an environment variable,
 * which Windows limits to 32,767 characters: 800 ids fit.
 */

const STARTED = 'main-started'
const UNFINISHED = 'unfinished-ids'
const MOST_REMEMBERED = 800

/** Marks that main has begun, by which the same file knows later that it is called as post. */
export function rememberMain(): void {
  saveState(STARTED, 'true')
}

/** Whether this process is the post step. */
export function isPost(): boolean {
  return getState(STARTED) === 'true'
}

/** Leaves the awaited sessions for post, in case this process is killed before it can cancel them itself. */
export function rememberUnfinished(inputs: Inputs, ids: readonly string[]): void {
  if (inputs.cancelUnfinished) saveState(UNFINISHED, ids.slice(0, MOST_REMEMBERED).join(' '))
}

/** Main has done what could be done: nothing is left for post. */
export function forgetUnfinished(inputs: Inputs): void {
  if (inputs.cancelUnfinished) saveState(UNFINISHED, '')
}

/** Ids that main left; none when it came to its end. */
export function listUnfinished(): string[] {
  return getState(UNFINISHED)
    .split(' ')
    .filter((id) => id !== '')
}

/** Without a state file post does nothing, and main goes on all the same. */
function saveState(name: string, value: string): void {
  try {
    addToCommandFile(process.env['GITHUB_STATE'], new Map([[name, value]]))
  } catch {
    // The file is only for post.
  }
}
