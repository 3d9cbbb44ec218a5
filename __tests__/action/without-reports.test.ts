import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { buildSession } from '../../simulator/build-session.ts'
import { DIST } from '../../testing/run-action.ts'
import { runGate, test } from './support.ts'

test.concurrent('without the code for reports the verdict stands', async ({ startApi, folder }) => {
  cpSync(DIST, folder, { recursive: true })
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  const reports = scripts.filter((name) =>
    readFileSync(join(folder, name), 'utf8').includes('function writeReports('),
  )
  expect(reports).toHaveLength(1)
  for (const name of reports) rmSync(join(folder, name))
  const session = buildSession({ ended: true })
  const api = await startApi({ sessions: [session] })
  const run = await runGate(api, { 'check-session-id': session.id, timeout: '60' }, { dist: folder })
  expect(run.stdout).toContain('::warning::The reports could not be written')
  expect(run.stdout).toContain('The verdict stands.')
  expect(run.outputs['outcome']).toBe('passed')
  expect(run.code).toBe(0)
})
