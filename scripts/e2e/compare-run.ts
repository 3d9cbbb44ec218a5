import { parse } from 'yaml'
import type { JobRun, StageRun } from './parse-act-log.ts'
import { readWorkflow } from './read-workflow.ts'
import type { ExpectedJob, ExpectedStep, WorkflowCase } from './workflow-case.ts'

/** One line of the table; `ok` when what was seen is what was expected. */
export interface Row {
  job: string
  /** '' for the job as a whole. */
  step: string
  seen: string
  expected: string
  ok: boolean
}

type Expectation = ExpectedStep | ExpectedStep['result']

interface Step {
  id?: string
  name?: string
  uses?: string
  run?: string
}

interface Workflow {
  jobs: Record<string, { uses?: string; steps?: Step[] }>
}

/** Compares what act ran with what a case expects: every job and step, in the workflow's order. */
export function compareRun(workflowCase: WorkflowCase, runs: ReadonlyMap<string, JobRun>): Row[] {
  const texts = [readWorkflow(workflowCase.workflow), workflowCase.caller ?? 'jobs: {}']
  const jobs = Object.assign({}, ...texts.map((text) => (parse(text) as Workflow).jobs)) as Workflow['jobs']
  const expectedIds = new Set(Object.keys(workflowCase.jobs).map(stripNumber))
  const forgotten = Object.entries(jobs).filter(([id, { uses }]) => {
    return workflowCase.job === undefined && uses === undefined && !expectedIds.has(id)
  })
  const unexpected = [...runs.keys()].filter((job) => workflowCase.jobs[job] === undefined)
  return [
    ...Object.entries(workflowCase.jobs).flatMap(([job, expected]) => {
      return compareJob(job, expected, runs.get(job), jobs[stripNumber(job)]?.steps ?? [])
    }),
    ...[...forgotten.map(([id]) => id), ...unexpected].map((job) => {
      return { job, step: '', seen: 'not expected', expected: '', ok: false }
    }),
  ]
}

function compareJob(job: string, expected: ExpectedJob, run: JobRun | undefined, steps: Step[]): Row[] {
  // act does not say that it skips a job: nothing of it is in the log.
  const rows = [
    makeRow(job, '', run === undefined ? 'skipped' : (run.result ?? 'not ended'), expected.result),
  ]
  if (expected.result === 'skipped') return rows
  const left = { ...expected.steps }
  for (const stage of ['Main', 'Post']) {
    for (const [index, step] of steps.entries()) {
      const stageRun = run?.stages.get(`${stage} ${step.id ?? index}`)
      const name = `${stage === 'Post' ? 'Post ' : ''}${nameStep(step)}`
      const wanted = left[name]
      delete left[name]
      // A post stage needs to be named only when something is expected of it; it must not fail, though.
      if (stage === 'Post' && wanted === undefined && stageRun?.result !== 'failure') continue
      if (wanted === undefined) rows.push(makeRow(job, name, stageRun?.result ?? 'skipped', 'not listed'))
      else rows.push(...compareStep(job, name, wanted, stageRun))
    }
  }
  for (const name of Object.keys(left)) rows.push(makeRow(job, name, 'no such step', 'a step'))
  return rows
}

function compareStep(job: string, name: string, wanted: Expectation, run: StageRun | undefined): Row[] {
  const expected: ExpectedStep = typeof wanted === 'string' ? { result: wanted } : wanted
  const rows = [
    makeRow(job, name, run === undefined ? 'skipped' : (run.result ?? 'not ended'), expected.result),
  ]
  for (const [output, value] of Object.entries(expected.outputs ?? {})) {
    rows.push(makeRow(job, `${name}, output ${output}`, run?.outputs[output] ?? 'unset', value))
  }
  if (expected.prints !== undefined) {
    rows.push(findText(job, `${name}, log`, run?.printed.join('\n') ?? '', expected.prints))
  }
  if (expected.summary !== undefined) {
    rows.push(findText(job, `${name}, summary`, run?.summary ?? '', expected.summary))
  }
  return rows
}

function makeRow(job: string, step: string, seen: string, expected: string): Row {
  return { job, step, seen, expected, ok: seen === expected }
}

function findText(job: string, step: string, text: string, part: string): Row {
  const ok = text.includes(part)
  return { job, step, seen: ok ? part : text, expected: part, ok }
}

function nameStep({ name, uses, run }: Step): string {
  return name ?? uses ?? run?.trim() ?? ''
}

function stripNumber(job: string): string {
  return job.replace(/-\d+$/, '')
}
