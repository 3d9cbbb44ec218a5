import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { startSimulator } from '../../simulator/server.ts'
import { compareRun, type Row } from './compare-run.ts'
import { parseActLog } from './parse-act-log.ts'
import { copyThisRepository, makeUserRepository, publishAction } from './prepare-repository.ts'
import { readWorkflow } from './read-workflow.ts'
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
  const { testSessionRules = {} } = workflowCase
  const api = await startSimulator({ checks, sessions, faults, testSessionRules })
  const channel = await startChannel()
  try {
    const repository = path.join(folder, 'repository')
    mkdirSync(repository, { recursive: true })
    const published = path.join(folder, 'published')
    publishAction(published, {
      'api-url': api.url,
      ...(timeout === undefined ? {} : { timeout: String(timeout) }),
    })
    const isForUsers = workflow.startsWith('examples/') || workflow.includes('.md#')
    if (!isForUsers) copyThisRepository(repository)
    const log = await runAct({
      act,
      repository,
      workflow: isForUsers ? makeUserRepository(repository, workflow, workflowCase.caller) : workflow,
      event,
      options: [
        ...buildOptions(workflowCase, folder),
        ...['--secret', `CHECKLY_API_KEY=${workflowCase.apiKey ?? api.apiKey}`],
        ...['--secret', `SLACK_WEBHOOK_URL=${channel.url}`],
        ...['--var', `CHECKLY_ACCOUNT_ID=${api.accountId}`, '--var', `CHECKLY_API_URL=${api.url}`],
      ],
      actions: findActions(workflow, published),
      cache: path.join(folder, 'act'),
    })
    writeFileSync(path.join(folder, 'act.log'), log)
    writeFileSync(path.join(folder, 'messages.json'), JSON.stringify(channel.bodies, null, 2))
    return [
      ...compareRun(workflowCase, parseActLog(log)),
      ...listHeld('requests', workflowCase.requests?.(api.log.entries)),
      ...listHeld('messages', workflowCase.messages?.(channel.bodies)),
    ]
  } finally {
    channel.close()
    await api.close()
  }
}

function listHeld(job: string, held: Record<string, boolean> = {}): Row[] {
  return Object.entries(held).map(([sentence, ok]) => {
    return { job, step: sentence, seen: ok ? 'yes' : 'no', expected: 'yes', ok }
  })
}

/** Stands in for a channel's webhook: keeps what is posted. */
async function startChannel(): Promise<{ url: string; bodies: string[]; close(): void }> {
  const bodies: string[] = []
  const server = createServer(async (request, response) => {
    bodies.push(await text(request))
    response.end('ok')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/services/T0/B0/x`, bodies, close: () => server.close() }
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
  for (const [, name = '', ref = ''] of readWorkflow(workflow).matchAll(/uses: ([\w/-]+)@(\S+)/g)) {
    if (name === CHECKOUT) continue
    // In a path like `github/codeql-action/init`, the first two parts are the repository.
    const repository = name.split('/').slice(0, 2)
    const standIn = path.resolve(STAND_INS, repository[1] ?? '')
    folders[`${repository.join('/')}@${ref}`] = name === OWN_ACTION ? published : standIn
  }
  return folders
}
