import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'

/** What act is given to run. */
export interface ActRequest {
  /** act's executable. */
  act: string
  /** A git repository; its workflows see it as the repository they belong to. */
  repository: string
  /** Path of the workflow in the repository. */
  workflow: string
  event: string
  /** More arguments: `--job`, `--var`, … */
  options: string[]
  /** Folders to use for actions that a workflow refers to, by `owner/name@ref`. */
  actions: Record<string, string>
  /** Folder for act's own files. */
  cache: string
}

const LONGEST_RUN_MS = 90_000
const NODE_MODULES = path.join(import.meta.dirname, '..', '..', 'node_modules')

/** Runs a workflow with act on this machine, without Docker and network. Resolves with its JSON log. */
export async function runAct(request: ActRequest): Promise<string> {
  const { act, repository, workflow, event, options, actions, cache } = request
  const replaced = Object.entries(actions).flatMap(([ref, folder]) => [
    '--local-repository',
    `${ref}=${folder}`,
  ])
  const args = [
    ...[event, '--workflows', workflow, '--json', '--no-cache-server', '--action-cache-path', cache],
    // `-self-hosted`: on this machine itself. Jobs for other systems are not run.
    ...['--platform', 'ubuntu-latest=-self-hosted'],
    ...replaced,
    ...options,
  ]
  // Above the folder that jobs run in: what this repository's own jobs would install.
  mkdirSync(cache, { recursive: true })
  const modules = path.join(cache, 'node_modules')
  if (!existsSync(modules)) symlinkSync(NODE_MODULES, modules)
  const child = spawn(act, args, {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, so that steps which hang can be ended with it
    env: buildEnvironment(cache),
  })
  const timer = setTimeout(() => process.kill(-(child.pid ?? 0), 'SIGKILL'), LONGEST_RUN_MS)
  const [log, errors, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null, string | null]>,
  ])
  clearTimeout(timer)
  if (signal !== null) throw new Error(`act was still running after ${LONGEST_RUN_MS / 1000} s.\n${log}`)
  // A failed job is a result like any other; without any job's result act could not run the workflow.
  if (code !== 0 && !log.includes('"jobResult"'))
    throw new Error(`act ended with code ${code}.\n${log}${errors}`)
  return log
}

/**
 * Steps see act's environment. Only what tools need is passed on, so that no keys of the shell's are found,
 * and requests that are not for loopback fail at once.
 */
function buildEnvironment(cache: string): NodeJS.ProcessEnv {
  const nowhere = 'http://127.0.0.1:9'
  const { PATH } = process.env
  return {
    PATH,
    HOME: cache,
    XDG_CACHE_HOME: path.join(cache, 'xdg'),
    XDG_CONFIG_HOME: path.join(cache, 'config'),
    http_proxy: nowhere,
    https_proxy: nowhere,
    no_proxy: '127.0.0.1',
  }
}
