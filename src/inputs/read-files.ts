import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, relative, resolve } from 'node:path'
import { describeError } from '../text/words.ts'
import { UnusableValue } from './unusable-value.ts'

/** A dotenv file of more bytes is something else. */
const MOST_BYTES = 1_000_000

/** What is read from disk for the inputs. */
export interface InputFiles {
  /** The text of a dotenv file in the workspace. Throws UnusableValue. */
  readEnvFile(given: string): string
  /** The event that started the workflow, parsed; null without one. */
  readEvent(): unknown
}

/** The files of a job: inside `GITHUB_WORKSPACE`, else the current folder, and at `GITHUB_EVENT_PATH`. */
export function createInputFiles(env: NodeJS.ProcessEnv): InputFiles {
  return {
    readEnvFile: (given) => readEnvFile(given, env['GITHUB_WORKSPACE'] || process.cwd()),
    readEvent: () => readEventFile(env['GITHUB_EVENT_PATH'] ?? ''),
  }
}

function readEnvFile(given: string, workspace: string): string {
  let bytes: Buffer
  try {
    // A link inside the workspace may lead out of it.
    const path = realpathSync(resolve(workspace, given))
    const way = relative(realpathSync(workspace), path)
    if (isAbsolute(way) || way === '' || /^\.\.(?:[\\/]|$)/.test(way)) {
      throw new UnusableValue('a file inside the workspace, links resolved')
    }
    const stats = statSync(path)
    if (stats.isDirectory()) throw new UnusableValue('a dotenv file, not a folder')
    if (stats.size > MOST_BYTES)
      throw new UnusableValue(`a dotenv file of at most ${MOST_BYTES} bytes (it has ${stats.size})`)
    bytes = readFileSync(path)
  } catch (error) {
    if (error instanceof UnusableValue) throw error
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT'
    const advice = isMissing ? '; a job has none without actions/checkout or a step that writes it' : ''
    throw new UnusableValue(
      `a dotenv file in the workspace that can be read (${describeError(error).replace(/, \w+ '.*$/s, '')})${advice}`,
    )
  }
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (text.includes('\0') || text.includes('\uFFFD')) throw new UnusableValue('a dotenv file in UTF-8')
  return text
}

/** A file that is missing or broken is no event: the runner's variables stand in for it. */
function readEventFile(path: string): unknown {
  try {
    return path === '' ? null : JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
