import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { WORKFLOW_FILES } from './read-workflows.ts'

interface Job {
  needs?: string[]
  permissions?: unknown
  'timeout-minutes'?: number
  uses?: string
  steps?: { run?: string; uses?: string; with?: Record<string, unknown> }[]
}

interface Workflow {
  permissions: unknown
  jobs: Record<string, Job>
}

/** The npm scripts that commands run, sorted; `npm cit` installs and tests. */
function listScripts(commands: string): string[] {
  const names = [...commands.matchAll(/\bnpm (?:run (?:-\S+ )*([\w:-]+)|(?:cit|test)\b)/g)]
  return [...new Set(names.map(([, name = 'test']) => name))].sort()
}

const examples = WORKFLOW_FILES.filter(({ source }) => source.startsWith('examples/'))

describe.each(WORKFLOW_FILES)('$source', ({ text }) => {
  const workflow = parse(text) as Workflow
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps ?? [])

  test('has no permissions but those that a job asks for', () => {
    expect(workflow.permissions).toEqual({})
  })

  test('ends each job in time', () => {
    for (const job of jobs) expect(job.uses ?? job['timeout-minutes']).toBeDefined()
  })

  test('pins the actions of others by commit, with the version beside it', () => {
    for (const line of text.split('\n').filter((line) => /^\s*(- )?uses: /.test(line))) {
      expect(line).toMatch(/uses: (\.\/|checkly-gate\/checkly-gate@v1$|\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/)
    }
  })

  test('leaves no token in the checked-out repository', () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
      expect(step.with?.['persist-credentials']).toBe(false)
    }
  })
})

describe('the test workflow', () => {
  test('has a last job that needs every other one', () => {
    const { jobs } = parse(readFileSync('.github/workflows/test.yml', 'utf8')) as Workflow
    const { complete, ...others } = jobs
    expect(complete?.needs?.toSorted()).toEqual(Object.keys(others).toSorted())
  })

  test('runs all that must pass before anything lands', () => {
    const { jobs } = parse(readFileSync('.github/workflows/test.yml', 'utf8')) as Workflow
    const commands = Object.values(jobs).flatMap(({ steps = [] }) => steps.map(({ run = '' }) => run))
    const ran = listScripts(commands.join('\n'))
    expect(ran).toContain('test')
    expect(ran).toEqual(listScripts(readFileSync('.ci/run', 'utf8')))
  })
})

describe('the examples', () => {
  test.each(examples)('are listed: $source', ({ source }) => {
    const file = path.basename(source)
    expect(readFileSync('examples/README.md', 'utf8')).toContain(`[${file}](${file})`)
  })
})
