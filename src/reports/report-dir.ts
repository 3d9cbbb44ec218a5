import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { dirname, isAbsolute, relative, resolve } from 'node:path'
import { InputError } from '../inputs/input-error.ts'
import { describeError } from '../text/words.ts'

/**
 * Makes the folder for the report files, inside the workspace, before the wait begins.
 * Throws InputError when it lies outside the workspace or cannot be made.
 * @param workspace - `GITHUB_WORKSPACE`, else the current folder
 * @returns its absolute path
 */
export function makeReportDir(given: string, workspace: string): string {
  const path = resolve(workspace, given)
  if (!isInside(path, workspace)) {
    throw new InputError(
      `Input report-dir: "${given}" is outside the workspace ${workspace}; give a folder inside it, for example reports.`,
    )
  }
  let isOutside: boolean
  try {
    isOutside = makeFolder(path, workspace) === null
  } catch (error) {
    throw new InputError(
      `Input report-dir: "${given}" cannot be made (${describeError(error)}); give a folder that this step may write.`,
    )
  }
  if (!isOutside) return path
  throw new InputError(
    `Input report-dir: "${given}" leads outside the workspace through a link; give a folder inside it.`,
  )
}

/**
 * Looks at the folder again, just before a file is written: during the wait other processes of the job may have
 * removed it, or put a link in its place or in the place of a folder above it. Throws an Error, whose message can stand
 * in a warning, when it has come to lead outside the workspace or cannot be made.
 * @param path - as makeReportDir returned it
 * @returns the same folder without links, to write to
 */
export function resolveReportDir(path: string, workspace: string): string {
  const folder = makeFolder(path, workspace)
  if (folder === null)
    throw new Error(`the folder ${path} has become a link that leads outside the workspace`)
  return folder
}

/** Makes a folder unless it is there; null, and nothing made, when it leads out of the workspace. */
function makeFolder(path: string, workspace: string): string | null {
  const root = realpathSync(workspace)
  // A link inside the workspace may lead out of it; looked at before anything is made behind it.
  if (!isInside(realpathSync(findExisting(path)), root)) return null
  mkdirSync(path, { recursive: true })
  const folder = realpathSync(path)
  return isInside(folder, root) ? folder : null
}

function findExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : findExisting(dirname(path))
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return !isAbsolute(way) && way !== '..' && !/^\.\.[\\/]/.test(way)
}
