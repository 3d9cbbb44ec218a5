import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'yaml'
import { nameWorkflowFile, readWorkflow } from './read-workflow.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const IDENTITY = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', '-c', 'commit.gpgsign=false']

/** This repository as it is in the working tree, in a folder of its own: for `uses: ./`. */
export function copyThisRepository(folder: string): void {
  const files = git(ROOT, ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z'])
  for (const file of files.split('\0')) {
    const from = path.join(ROOT, file)
    // Files that were removed are listed until that is committed.
    if (file !== '' && existsSync(from)) cpSync(from, path.join(folder, file), { recursive: true })
  }
  commitAll(folder)
}

/**
 * A user's repository that has nothing but a workflow, byte for byte as it is here, and one that calls it, if
 * any. Returns the path there of what the event is for.
 */
export function makeUserRepository(folder: string, workflow: string, caller?: string): string {
  const workflows = '.github/workflows'
  mkdirSync(path.join(folder, workflows), { recursive: true })
  const file = nameWorkflowFile(workflow)
  writeFileSync(path.join(folder, workflows, file), readWorkflow(workflow))
  if (caller !== undefined) writeFileSync(path.join(folder, workflows, 'caller.yml'), caller)
  commitAll(folder)
  return path.join(workflows, caller === undefined ? file : 'caller.yml')
}

/**
 * The action as it is published: action.yml and dist. Only these defaults of inputs differ: `api-url`, which
 * users do not set, is the stand-in's.
 */
export function publishAction(folder: string, defaults: Record<string, string>): void {
  const manifest = parseDocument(readFileSync(path.join(ROOT, 'action.yml'), 'utf8'))
  for (const [input, value] of Object.entries(defaults)) {
    const place = ['inputs', input, 'default']
    if (!manifest.hasIn(place)) throw new Error(`action.yml has no default for ${input}.`)
    manifest.setIn(place, value)
  }
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'action.yml'), manifest.toString())
  cpSync(path.join(ROOT, 'dist'), path.join(folder, 'dist'), { recursive: true })
}

function commitAll(folder: string): void {
  git(folder, ['init', '--quiet', '--initial-branch=main'])
  // act takes the repository's name from its remote.
  git(folder, ['remote', 'add', 'origin', 'https://github.com/acme/shop.git'])
  git(folder, ['add', '--all'])
  git(folder, [...IDENTITY, 'commit', '--quiet', '--message', 'All'])
}

function git(folder: string, args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 })
}
