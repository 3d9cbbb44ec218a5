import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { InputError } from '../inputs/read-inputs.ts'
import { describeError } from '../text/words.ts'

/**
 * Makes the folder for the report files, inside the workspace, before the wait begins.
 * @param workspace - `GITHUB_WORKSPACE`, else the current folder
 * @returns its absolute path
 * Throws InputError when it lies outside the workspace or cannot be made.
 */
export function makeReportDir(given: string, workspace: string): string {
  const path = resolve(workspace, given)
  if (!isInside(path, workspace)) {
    throw new InputError(
      `Input report-dir: "${given}" is outside the workspace ${workspace}; give a folder inside it, for example reports.`,
    )
  }
  try {
    // A link inside the workspace may lead out of it; looked at before anything is made behind it.
    if (!isInside(realpathSync(findExisting(path)), realpathSync(workspace))) {
      throw new InputError(
        `Input report-dir: "${given}" leads outside the workspace through a link; give a folder inside it.`,
      )
    }
    mkdirSync(path, { recursive: true })
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError(
      `Input report-dir: "${given}" cannot be made (${describeError(error)}); give a folder that this step may write.`,
    )
  }
  return path
}

function findExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : findExisting(dirname(path))
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return !isAbsolute(way) && way !== '..' && !/^\.\.[\\/]/.test(way)
}
