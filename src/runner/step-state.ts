import { getState } from '@actions/core'
import { UUID } from '../inputs/parse-values.ts'
import { addToCommandFile } from './command-file.ts'

/*
 * What main leaves for post, in the runner's state file. Post gets each value as an environment variable,
 * which Windows limits to 32,767 characters: 800 ids fit.
 */

const UNFINISHED = 'unfinished-ids'
const SESSION_TYPE = 'session-type'

/** The most sessions that post can be left. */
const MOST_REMEMBERED = 800

/** Sessions to cancel; a step has one kind of them. */
export interface Unfinished {
  sessionType: 'check' | 'test'
  ids: string[]
}

/**
 * Leaves sessions for post to cancel. At first all that are awaited, in case this process is killed before it can cancel
 * them itself. At the end those for which there was no time, usually none.
 * @returns how many had no room: nobody cancels these when this process is killed
 */
export function rememberUnfinished(sessionType: Unfinished['sessionType'], ids: readonly string[]): number {
  const state = new Map([[UNFINISHED, ids.slice(0, MOST_REMEMBERED).join(' ')]])
  // Without this value, they are check sessions.
  if (sessionType === 'test') state.set(SESSION_TYPE, 'test')
  saveState(state)
  return Math.max(0, ids.length - MOST_REMEMBERED)
}

/** What main left; no ids when main ended normally. */
export function readUnfinished(): Unfinished {
  return parseUnfinished(getState(UNFINISHED), getState(SESSION_TYPE))
}

/**
 * Reads what main left. Other steps of the job could have set these variables as well, and an id becomes a part
 * of a path that is posted to: what is no UUID is left out.
 */
export function parseUnfinished(ids: string, sessionType: string): Unfinished {
  const words = ids.slice(0, 64 * MOST_REMEMBERED).split(/\s+/)
  const known = [...new Set(words.filter((word) => UUID.test(word)).map((word) => word.toLowerCase()))]
  return { sessionType: sessionType === 'test' ? 'test' : 'check', ids: known.slice(0, MOST_REMEMBERED) }
}

/** Without a state file post does nothing, and main goes on all the same. */
function saveState(values: ReadonlyMap<string, string>): void {
  try {
    addToCommandFile(process.env['GITHUB_STATE'], values)
  } catch {
    // The file is only for post.
  }
}
