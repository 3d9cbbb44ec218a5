/** What happened in one stage of a step. */
export interface StageRun {
  /** null while it has not ended. */
  result: 'success' | 'failure' | null
  outputs: Record<string, string>
  /** Lines it printed, workflow commands (annotations among them) as they were written. */
  printed: string[]
  /** The Markdown it added to the job summary. */
  summary: string
}

/** One job, or one of a matrix. */
export interface JobRun {
  result: 'success' | 'failure' | null
  /** By stage and step, e.g. `Main checks` or `Post 2`: a step without an id has its index. */
  stages: Map<string, StageRun>
}

/** What act says in one line of its JSON log, as far as it is used here. */
interface LogLine {
  msg?: string
  job?: string
  jobID?: string
  jobResult?: 'success' | 'failure'
  matrix?: Record<string, unknown>
  stage?: 'Pre' | 'Main' | 'Post'
  stepID?: string[]
  stepResult?: 'success' | 'failure'
  raw_output?: boolean
  command?: string
  raw?: string
  name?: string
  arg?: string
  content?: string
}

/** Jobs by id, those of a matrix by id and number (`await-2`), from act's JSON log. */
export function parseActLog(log: string): Map<string, JobRun> {
  const jobs = new Map<string, JobRun>()
  for (const text of log.split('\n')) {
    if (text.startsWith('{')) readLine(JSON.parse(text) as LogLine, jobs)
  }
  return jobs
}

function readLine(line: LogLine, jobs: Map<string, JobRun>): void {
  if (line.jobID === undefined) return
  const job = getOrAdd(jobs, nameJob(line), () => ({ result: null, stages: new Map() }))
  if (line.jobResult !== undefined) job.result = readJobResult(line, job)
  const [stepId, nestedId] = line.stepID ?? []
  if (stepId === undefined || line.stage === undefined) return

  const stage = getOrAdd(job.stages, `${line.stage} ${stepId}`, () => {
    return { result: null, outputs: {}, printed: [], summary: '' }
  })
  if (line.raw_output === true) stage.printed.push((line.msg ?? '').trimEnd())
  if (line.raw !== undefined) stage.printed.push(line.raw.trimEnd())
  if (line.command === 'summary') stage.summary += line.content ?? ''
  // What is nested belongs to a composite action, and is not the step's own.
  if (nestedId !== undefined) return
  if (line.stepResult !== undefined) stage.result = line.stepResult
  if (line.command === 'set-output' && line.name !== undefined) stage.outputs[line.name] = line.arg ?? ''
}

/** act has one result for all jobs of a matrix: once one has failed, those that end later have failed too. */
function readJobResult(
  { jobResult = 'failure', matrix = {} }: LogLine,
  { stages }: JobRun,
): JobRun['result'] {
  const isOwnFailure = [...stages.values()].some(({ result }) => result === 'failure')
  return Object.keys(matrix).length > 0 && !isOwnFailure ? 'success' : jobResult
}

function nameJob({ job = '', jobID = '', matrix = {} }: LogLine): string {
  // act appends the number to the job's name when its matrix has more than one job.
  const number = Object.keys(matrix).length > 0 ? /-(\d+)\s*$/.exec(job)?.[1] : undefined
  return number === undefined ? jobID : `${jobID}-${number}`
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const value = map.get(key) ?? create()
  map.set(key, value)
  return value
}
