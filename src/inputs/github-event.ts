import { cutText } from '../text/neutralise-text.ts'

/** What the event that started the workflow says of the commit and the environment; null for what it does not say. */
export interface EventFacts {
  /** As the event has it, unchecked; of a `deployment_status` only. */
  environmentUrl: string | null
  environment: string | null
  commitId: string | null
  branchName: string | null
  /** One line: the title of a pull request, else the subject of the commit. */
  commitMessage: string | null
  /** A login, never an e-mail address. */
  commitOwner: string | null
  repoUrl: string | null
}

/** Longest text that is passed on, in UTF-16 units: titles and messages come from whoever opened the pull request. */
const LONGEST = 200

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads what is known of the commit and the environment (GitHub's documentation: "Webhook events and payloads",
 * "Variables reference"). Everything in it comes from others and may be of any type.
 * @param event the parsed file at `GITHUB_EVENT_PATH`; null without one
 * @param eventName `GITHUB_EVENT_NAME`
 * @param env the runner's variables, which stand in for what the event does not say
 */
export function readEvent(event: unknown, eventName: string, env: NodeJS.ProcessEnv): EventFacts {
  const fields = asFields(event)
  const own = readNamed(fields, eventName)
  const variables = readVariables(env)
  // Only of these the runner's variables name another commit and branch than the one that the run is about.
  const isOfAnother = eventName.startsWith('pull_request') || eventName === 'workflow_run'
  const facts = isOfAnother ? { ...NOTHING, ...own } : { ...variables, ...dropNull(own) }
  return { ...facts, repoUrl: asAddress(asFields(fields['repository'])['html_url']) ?? variables.repoUrl }
}

const NOTHING: EventFacts = {
  environmentUrl: null,
  environment: null,
  commitId: null,
  branchName: null,
  commitMessage: null,
  commitOwner: null,
  repoUrl: null,
}

/** What the kind of event has of its own. */
function readNamed(event: Fields, eventName: string): Partial<EventFacts> {
  if (eventName.startsWith('pull_request')) return readPullRequest(asFields(event['pull_request']))
  if (eventName === 'push') return readPush(event)
  if (eventName === 'deployment_status' || eventName === 'deployment') return readDeployment(event)
  if (eventName === 'merge_group') return readMergeGroup(asFields(event['merge_group']))
  if (eventName === 'workflow_run') return readWorkflowRun(asFields(event['workflow_run']))
  return {}
}

function readPullRequest(pullRequest: Fields): Partial<EventFacts> {
  const head = asFields(pullRequest['head'])
  return {
    commitId: asLine(head['sha']),
    branchName: asLine(head['ref']),
    commitMessage: asLine(pullRequest['title']),
    commitOwner: asLogin(asFields(pullRequest['user'])['login']),
  }
}

/** A push that deletes, or a tag without annotation, may have no head commit. */
function readPush(event: Fields): Partial<EventFacts> {
  const commit = asFields(event['head_commit'])
  return {
    commitId: asLine(commit['id']),
    commitMessage: asLine(commit['message']),
    // Of somebody without an account the commit has no login; who pushed has one.
    commitOwner:
      asLogin(asFields(commit['author'])['username']) ?? asLogin(asFields(event['sender'])['login']),
  }
}

function readDeployment(event: Fields): Partial<EventFacts> {
  const deployment = asFields(event['deployment'])
  const commitId = asLine(deployment['sha'])
  const ref = asLine(deployment['ref'])
  return {
    environmentUrl: asText(asFields(event['deployment_status'])['environment_url']),
    environment: asLine(deployment['environment']),
    commitId,
    // A deployment may be of a commit and not of a branch.
    branchName: ref !== null && ref !== commitId && !/^[0-9a-f]{40}$/i.test(ref) ? ref : null,
    commitOwner: asLogin(asFields(deployment['creator'])['login']),
  }
}

function readMergeGroup(group: Fields): Partial<EventFacts> {
  return {
    commitId: asLine(group['head_sha']),
    branchName: asLine(group['head_ref'])?.replace(/^refs\/heads\//, '') ?? null,
    commitMessage: asLine(asFields(group['head_commit'])['message']),
  }
}

/** The run that has ended; `GITHUB_SHA` is the default branch's last commit then, and not what it ran for. */
function readWorkflowRun(run: Fields): Partial<EventFacts> {
  return {
    commitId: asLine(run['head_sha']),
    branchName: asLine(run['head_branch']),
    commitMessage: asLine(asFields(run['head_commit'])['message']),
    commitOwner: asLogin(asFields(run['actor'])['login']),
  }
}

function readVariables(env: NodeJS.ProcessEnv): EventFacts {
  const [server, repository] = [env['GITHUB_SERVER_URL'] ?? '', env['GITHUB_REPOSITORY'] ?? '']
  return {
    ...NOTHING,
    commitId: asLine(env['GITHUB_SHA']),
    branchName: asLine(env['GITHUB_REF_NAME']),
    commitOwner: asLogin(env['GITHUB_ACTOR']),
    repoUrl: server === '' || repository === '' ? null : asAddress(`${server}/${repository}`),
  }
}

function dropNull(facts: Partial<EventFacts>): Partial<EventFacts> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}

function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function asText(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}

/** The first line of a text, cut. */
function asLine(value: unknown): string | null {
  const [line = ''] = (asText(value) ?? '').split(/[\r\n]/, 1)
  return line === '' ? null : cutText(line, LONGEST)
}

function asLogin(value: unknown): string | null {
  const login = asLine(value)
  return login?.includes('@') ? null : login
}

function asAddress(value: unknown): string | null {
  const text = asText(value)
  return text !== null && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null
}
