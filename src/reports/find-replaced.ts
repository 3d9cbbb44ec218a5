import { lstatSync } from 'node:fs'

/**
 * Whether a file was written by an earlier step of the same job, whose report would be lost. The runner writes the event
 * before the first step; a file from before that was left by another job, as it happens in a workspace that is kept.
 * @param eventPath - `GITHUB_EVENT_PATH`; '' when there is none: then any file counts
 */
export function wasWrittenByThisJob(path: string, eventPath: string): boolean {
  const writtenMs = findWriteTime(path)
  if (writtenMs === null) return false
  const beganMs = eventPath === '' ? null : findWriteTime(eventPath)
  return beganMs === null || writtenMs >= beganMs
}

/** In epoch milliseconds; null when there is no such file. */
function findWriteTime(path: string): number | null {
  return lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}
