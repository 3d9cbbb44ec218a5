import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deriveUuid } from '../../simulator/ids.ts'
import type { CheckScript } from '../../simulator/script.ts'
import type { Simulator } from '../../simulator/server.ts'
import type { JsonObject } from '../../simulator/wire.ts'

/** Checks of a preview, which take a moment each; those with the tag `preview` pass. */
export const CHECKS: CheckScript[] = [
  { name: 'Login', tags: ['preview', 'critical'], checkType: 'BROWSER' },
  { name: 'Orders API', tags: ['preview'] },
  { name: 'Broken API', tags: ['broken'] },
  { name: 'Flaky', tags: ['flaky'] },
  { name: 'Asleep', tags: ['asleep'], activated: false },
].map((check) => {
  const url = '{{ENVIRONMENT_URL}}/api/orders'
  const status = check.name === 'Broken API' ? 'FAILED' : 'PASSED'
  return { ...check, test: { durationMs: 10, url, status, retries: check.name === 'Flaky' ? 1 : 0 } }
})

/** What starts test sessions of the checks with the tag `preview`. */
export const PREVIEW = { 'session-type': 'test', tags: 'preview' }

export const [LOGIN, ORDERS, NOBODY] = ['Login', 'Orders API', 'Nobody'].map((name) =>
  deriveUuid('check', name),
) as [string, string, string]

/** A request that starts a test session, as it came. */
export interface SentStart extends JsonObject {
  name: string
  runLocation: string
}

/** The requests that start test sessions, in the order in which they came. */
export function listStarts(api: Pick<Simulator, 'log'>): SentStart[] {
  return api.log.filter(({ route }) => route === 'test-trigger').map(({ body }) => JSON.parse(body))
}

/** Variables of the runner for an event, whose file is written into the folder. */
export function writeEvent(folder: string, name: string, event: unknown): Record<string, string> {
  const path = join(folder, 'event.json')
  writeFileSync(path, JSON.stringify(event))
  return { GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path }
}

/** An event after a deployment to this address. */
export function writeDeployment(folder: string, url: string): Record<string, string> {
  return writeEvent(folder, 'deployment_status', {
    deployment: {
      sha: 'ec26c3e57ca3a959ca5aad62de7213c562f8c821',
      ref: 'voucher',
      environment: 'Preview – shop',
      creator: { login: 'vercel[bot]' },
    },
    deployment_status: { state: 'success', environment_url: url },
  })
}
