import { getState } from '@actions/core'
import type { Inputs } from '../inputs/read-inputs.ts'
import { addToCommandFile } from '../outputs/command-file.ts'

/*
 * What main leaves for post, in the runner's state file. Post gets each value as an environment variable,
 * which Windows limits to 32,767 characters: 800 ids fit.
 */

const UNFINISHED = 'unfinished-ids'
const MOST_REMEMBERED = 800

/**
 * Leaves sessions for post: at first all that are awaited, in case this process is killed before it can cancel
 * them itself; at the end those that it had no time for, none as a rule.
 */
export function rememberUnfinished(inputs: Inputs, ids: readonly string[]): void {
  if (inputs.cancelUnfinished) saveState(UNFINISHED, ids.slice(0, MOST_REMEMBERED).join(' '))
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
