import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCommandFile } from './parse-command-file.ts'

/** Paths of the runner's command files of one step, by the variables that name them. */
export interface CommandFiles {
  GITHUB_OUTPUT: string
  GITHUB_STATE: string
  GITHUB_STEP_SUMMARY: string
}

/** What a step wrote into them. */
export interface Written {
  outputs: Record<string, string>
  state: Record<string, string>
  /** Markdown; '' when the step wrote none. */
  summary: string
}

/** Makes empty command files in a folder. */
export function createCommandFiles(folder: string): CommandFiles {
  const files = {
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  }
  for (const path of Object.values(files)) writeFileSync(path, '')
  return files
}

/** Reads what a step left. Throws when a file does not parse, which fails a step for the runner too. */
export function readCommandFiles(files: CommandFiles): Written {
  return {
    outputs: parseCommandFile(readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    state: parseCommandFile(readFileSync(files.GITHUB_STATE, 'utf8')),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  }
}
