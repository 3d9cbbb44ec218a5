import { isLoopback } from '../text/neutralise-text.ts'
import { collectVariables, ENVIRONMENT_URL, parseEnvFile } from './collect-variables.ts'
import { type EventFacts, readEvent } from './github-event.ts'
import type { InputReader } from './input-reader.ts'
import { buildSessionName, createToken } from './name-session.ts'
import { chooseLocations, DEFAULT_LOCATION, parseLocations, type TestLocation } from './parse-locations.ts'
import { parseBoolean, parseEnvironmentUrl, parseLine, parseWholeNumber } from './parse-values.ts'
import { listDoubtfulVariables, parseVariables, type Variable } from './parse-variables.ts'
import { createInputFiles, type InputFiles } from './read-files.ts'
import { type IsHideable, listUnhidden } from './secret-lines.ts'

/** Test sessions to start: one in each location, of all the checks together. */
export interface TestStart {
  kind: 'start'
  sessionType: 'test'
  checkIds: string[]
  tags: string[][]
  /** At least one. */
  locations: TestLocation[]
  variables: Variable[]
  /** The address that the checks are given as ENVIRONMENT_URL; null without one, or when it is a secret. */
  environmentUrl: string | null
  /** Whether they are given no address at all, not even a secret one. */
  lacksAddress: boolean
  name: string
  /** A part of the name that only this start has; null when the name was given. */
  nameToken: string | null
  retries: number
  allowDeactivated: boolean
  metadata: TestMetadata
}

/** What Checkly shows beside the session; null for what is not known. The API refuses an empty environment. */
export interface TestMetadata {
  environment: string | null
  repoUrl: string | null
  commitId: string | null
  branchName: string | null
  commitMessage: string | null
  commitOwner: string | null
}

/** Most retries that the API takes (its documentation: `maxRetries`). */
const MOST_RETRIES = 10

/** What test sessions are read from beside the inputs, and where remarks go. */
export interface TestSource {
  env: NodeJS.ProcessEnv
  isHideable: IsHideable
  /** Takes a sentence for the log. */
  note(sentence: string): void
  /** Takes a sentence for a warning. */
  warn(sentence: string): void
}

/** Reads what a start of test sessions needs; the reader gathers what is wrong. */
export function readTestStart(
  reader: InputReader,
  source: TestSource,
  target: { checkIds: string[]; tags: string[][] },
): TestStart {
  const files = createInputFiles(source.env)
  const event = readEventFacts(files, source.env)
  const token = createToken()
  const publicCodes = reader.readIfGiven('location', (text) => parseLocations(text.toLowerCase()))
  const privateSlugs = reader.readIfGiven('private-location', parseLocations)
  if (publicCodes === null && privateSlugs === null) {
    source.note(`No location is given: the checks run in ${DEFAULT_LOCATION}.`)
  }
  const locations = chooseLocations(publicCodes, privateSlugs)
  const { variables, environmentUrl } = readVariables(reader, source, files, event)
  if (locations.some(({ isPrivate }) => !isPrivate) && isOnThisMachine(environmentUrl)) {
    source.warn(
      `The address to test, ${environmentUrl}, points to the machine itself: in a public location of Checkly that is not the runner.`,
    )
  }
  const name = reader.readIfGiven('test-session-name', parseLine)
  return {
    kind: 'start',
    sessionType: 'test',
    ...target,
    locations,
    variables,
    environmentUrl,
    lacksAddress: !hasAddress(variables),
    name: name ?? buildSessionName(source.env, event, token),
    nameToken: name === null ? token : null,
    retries: reader.readIfGiven('retries', (text) => parseWholeNumber(text, 0, MOST_RETRIES, 'retries')) ?? 0,
    allowDeactivated: reader.read('allow-deactivated', parseBoolean),
    metadata: {
      environment: reader.readIfGiven('environment', parseLine) ?? event.environment,
      repoUrl: event.repoUrl,
      commitId: event.commitId,
      branchName: event.branchName,
      commitMessage: event.commitMessage,
      commitOwner: event.commitOwner,
    },
  }
}

function isOnThisMachine(url: string | null): boolean {
  return url !== null && isLoopback(new URL(url).hostname)
}

/** The address that was tested: the input's, else the event's; null without one. */
export function readEnvironmentUrl(reader: InputReader, { env }: TestSource): string | null {
  const given = reader.readIfGiven('environment-url', parseEnvironmentUrl)
  // What the event says is only shown here; an address that cannot be used is left out.
  return keepUsable(given) ?? keepUsable(readEventFacts(createInputFiles(env), env).environmentUrl)
}

function readEventFacts(files: InputFiles, env: NodeJS.ProcessEnv): EventFacts {
  return readEvent(files.readEvent(), env['GITHUB_EVENT_NAME'] ?? '', env)
}

function readVariables(
  reader: InputReader,
  source: TestSource,
  files: InputFiles,
  event: EventFacts,
): Pick<TestStart, 'variables' | 'environmentUrl'> {
  const env = reader.readIfGiven('env', () => parseVariables(reader.raw('env'), false)) ?? []
  const secretEnv =
    reader.readIfGiven('secret-env', () => parseVariables(reader.raw('secret-env'), true)) ?? []
  const file = reader.readIfGiven('env-file', (path) => parseEnvFile(files.readEnvFile(path)))
  const givenUrl = reader.readIfGiven('environment-url', parseEnvironmentUrl)
  const isExplicit = [...env, ...secretEnv, ...(file?.variables ?? [])].some(
    ({ name }) => name === ENVIRONMENT_URL,
  )
  const eventUrl = givenUrl === null && !isExplicit ? readEventUrl(reader, event) : null
  const { variables, problems } = collectVariables({
    env,
    secretEnv,
    envFile: file?.variables ?? [],
    givenUrl,
    eventUrl,
  })
  for (const problem of problems) reader.refuse(problem)
  remarkOnAddress(source, variables)
  for (const sentence of [
    ...listDoubtfulVariables(env, 'env'),
    ...listDoubtfulVariables(secretEnv, 'secret-env'),
  ])
    source.warn(sentence)
  for (const sentence of listUnhidden(secretEnv, source.isHideable)) source.warn(sentence)
  const empty = file?.empty ?? []
  if (empty.length > 0) source.note(`Input env-file: left out, since they are empty: ${empty.join(', ')}.`)
  return { variables, environmentUrl: findShownUrl(variables) }
}

function hasAddress(variables: readonly Variable[]): boolean {
  return variables.some(({ name }) => name === ENVIRONMENT_URL)
}

/** Without an address the checks test what is live, and a gate for a preview would be green about that. */
function remarkOnAddress(source: TestSource, variables: readonly Variable[]): void {
  if (hasAddress(variables)) return
  const configured = `the checks get no ${ENVIRONMENT_URL} and test their configured addresses`
  const event = source.env['GITHUB_EVENT_NAME'] ?? ''
  if (event === 'deployment_status') {
    // Many set target_url only, or an address only once the deployment has succeeded.
    source.warn(
      `The event's deployment status has no environment_url: ${configured}. Run the job for state "success" only, or give environment-url.`,
    )
  } else if (event.startsWith('pull_request') && variables.length === 0) {
    // As a rule an expression came out empty: without any variable, nothing of the pull request can be tested.
    source.warn(
      `environment-url is empty, and so are env and secret-env: ${configured}, whatever the pull request changes. Where another job gives the address, print its output.`,
    )
  } else source.note(`No environment-url is given: ${configured}.`)
}

/** An address of the event that cannot be used: without it the checks would test what is live already. */
function readEventUrl(reader: InputReader, event: EventFacts): string | null {
  if (event.environmentUrl === null) return null
  try {
    return parseEnvironmentUrl(event.environmentUrl)
  } catch (error) {
    const why = error instanceof Error ? error.message : ''
    reader.refuse(`The environment_url of the event cannot be used, it ${why}. Give environment-url.`)
    return null
  }
}

function findShownUrl(variables: readonly Variable[]): string | null {
  const variable = variables.find(({ name }) => name === ENVIRONMENT_URL)
  // In env it may be anything, and is sent as it is.
  return variable === undefined || variable.secret ? null : keepUsable(variable.value)
}

/** The address as it is shown, or null when it is none that can be: its query may hold a token. */
function keepUsable(url: string | null): string | null {
  try {
    return url === null ? null : parseEnvironmentUrl(url).replace(/[?#].*$/s, '')
  } catch {
    return null
  }
}
