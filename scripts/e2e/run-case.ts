import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startSimulator } from '../../simulator/server.ts'
import { compareRun, type Row } from './compare-run.ts'
import { parseActLog } from './parse-act-log.ts'
import { copyThisRepository, makeUserRepository, publishAction } from './prepare-repository.ts'
import { runAct } from './run-act.ts'
import type { WorkflowCase } from './workflow-case.ts'

const OWN_ACTION = 'checkly-gate/checkly-gate'
// act answers this one itself, with a copy of the repository.
const CHECKOUT = 'actions/checkout'
// In place of actions that would have to be fetched.
const STAND_INS = 'scripts/e2e/actions'

/** Runs one case in a folder of its own; leaves act's log there as `act.log`. */
export async function runCase(workflowCase: WorkflowCase, act: string, folder: string): Promise<Row[]> {
  const { workflow, event, checks = [], sessions = [], faults = [], timeout } = workflowCase
  const api = await startSimulator({ checks, sessions, faults })
  try {
    const repository = path.join(folder, 'repository')
    mkdirSync(repository, { recursive: true })
    const published = path.join(folder, 'published')
    publishAction(published, {
      'api-url': api.url,
      ...(timeout === undefined ? {} : { timeout: String(timeout) }),
    })
    const isExample = workflow.startsWith('examples/')
    if (!isExample) copyThisRepository(repository)
    const log = await runAct({
      act,
      repository,
      workflow: isExample ? makeUserRepository(repository, workflow, workflowCase.caller) : workflow,
      event,
      options: [
        ...buildOptions(workflowCase, folder),
        ...['--secret', `CHECKLY_API_KEY=${api.apiKey}`],
        ...['--var', `CHECKLY_ACCOUNT_ID=${api.accountId}`, '--var', `CHECKLY_API_URL=${api.url}`],
      ],
      actions: findActions(workflow, published),
      cache: path.join(folder, 'act'),
    })
    writeFileSync(path.join(folder, 'act.log'), log)
    const held = Object.entries(workflowCase.requests?.(api.log.entries) ?? {}).map(([sentence, ok]) => {
      return { job: 'requests', step: sentence, seen: ok ? 'yes' : 'no', expected: 'yes', ok }
    })
    return [...compareRun(workflowCase, parseActLog(log)), ...held]
  } finally {
    await api.close()
  }
}

function buildOptions(workflowCase: WorkflowCase, folder: string): string[] {
  const { job, matrix, inputs = {}, variables = {}, payload } = workflowCase
  const options: string[] = []
  if (job !== undefined) options.push('--job', job)
  if (matrix !== undefined) options.push('--matrix', matrix)
  for (const [name, value] of Object.entries(inputs)) options.push('--input', `${name}=${value}`)
  for (const [name, value] of Object.entries(variables)) options.push('--var', `${name}=${value}`)
  if (payload !== undefined) {
    const file = path.join(folder, 'event.json')
    writeFileSync(file, JSON.stringify(payload))
    options.push('--eventpath', file)
  }
  return options
}

/** Where act finds the actions that a workflow uses: this one as published, others as stand-ins. */
function findActions(workflow: string, published: string): Record<string, string> {
  const folders: Record<string, string> = {}
  for (const [, name = '', ref = ''] of readFileSync(workflow, 'utf8').matchAll(/uses: ([\w/-]+)@(\S+)/g)) {
    if (name === CHECKOUT) continue
    // In a path like `github/codeql-action/init`, the first two parts are the repository.
    const repository = name.split('/').slice(0, 2)
    const standIn = path.resolve(STAND_INS, repository[1] ?? '')
    folders[`${repository.join('/')}@${ref}`] = name === OWN_ACTION ? published : standIn
  }
  return folders
}
