import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import type { ReportPaths } from '../outputs/build-outputs.ts'
import type { Log } from '../runner/log.ts'
import type { Redact } from '../secrets/redact.ts'
import { redactJson } from '../secrets/redact-json.ts'
import { describeError } from '../text/words.ts'
import { buildAnnotations } from './annotations.ts'
import { wasWrittenByThisJob } from './find-replaced.ts'
import { renderLog } from './render-log.ts'
import { resolveReportDir } from './report-dir.ts'
import { renderJsonReport } from './report-files/json-report.ts'
import { renderMarkdownReport } from './report-files/markdown-report.ts'
import { renderSummary } from './summary/render-summary.ts'
import { describeAge } from './views/describe-age.ts'
import { describeGated } from './views/describe-gated.ts'
import type { GateReport } from './views/gate-report.ts'
import { listAddressNotes, listSilenceNotes } from './views/notes.ts'
import { buildReportView } from './views/report-view.ts'

/** GitHub drops a whole summary of more than 1,048,576 bytes; some room is left. */
const MOST_SUMMARY_BYTES = 1_040_000

/** Which reports, and where. */
export interface ReportOptions {
  jobSummary: 'always' | 'on-failure' | 'never'
  annotations: boolean
  log: Log
  redact: Redact
  /** `GITHUB_STEP_SUMMARY`; '' when there is none. */
  summaryPath: string
  /** Absolute, made already; null for no files. */
  reportDir: string | null
  /** The folder that report files may not leave. */
  workspace: string
}

/**
 * Writes all that people look at: the log's groups, the summary, annotations and files. Each that fails
 * costs a warning and nothing else.
 * @returns the paths of the files that were written
 */
export async function writeReports(report: GateReport, options: ReportOptions): Promise<ReportPaths> {
  const { log, redact, reportDir } = options
  const view = buildReportView(report)
  const paths: ReportPaths = {}
  const replaced: string[] = []

  function attempt(what: string, write: () => void): void {
    try {
      write()
    } catch (error) {
      log.warning(`The ${what} could not be written: ${describeError(error)}. The verdict stands.`)
    }
  }

  /** @param render - the text of the file, without secrets */
  function writeFile(output: keyof ReportPaths, name: string, render: () => string): void {
    if (reportDir === null) return
    attempt(`report file ${name}`, () => {
      // During the wait a link may have taken the folder's place.
      const path = join(resolveReportDir(reportDir, options.workspace), name)
      if (wasWrittenByThisJob(path, process.env['GITHUB_EVENT_PATH'] ?? '')) replaced.push(name)
      rmSync(`${path}.new`, { force: true })
      // Renaming replaces a link of that name, where writing would follow it out of the workspace.
      writeFileSync(`${path}.new`, render(), { flag: 'wx' })
      renameSync(`${path}.new`, path)
      paths[output] = path
    })
  }

  attempt('log of the sessions', () => {
    const gated = report.verdict.detached ? '' : describeGated(report)
    if (gated !== '') log.info(`Gated: ${gated}`)
    const age = describeAge(report)
    if (age !== '') log.info(age)
    for (const { isWarning, text } of [...listSilenceNotes(report), ...listAddressNotes(report)]) {
      // As an annotation it is in the log already.
      if (!isWarning || !options.annotations) log.info(text)
    }
    log.groups(renderLog(view))
  })
  const wanted = options.jobSummary
  if (
    options.summaryPath !== '' &&
    (wanted === 'always' || (wanted === 'on-failure' && !report.verdict.succeeds))
  ) {
    attempt('job summary', () => {
      appendFileSync(options.summaryPath, `${redact(renderSummary(view, MOST_SUMMARY_BYTES))}\n`)
    })
  }
  writeFile('report-json', 'checkly-report.json', () => `${redactJson(renderJsonReport(view), redact, 2)}\n`)
  writeFile('report-markdown', 'checkly-report.md', () => redact(renderMarkdownReport(view)))
  if (reportDir !== null) {
    const { renderJUnitReport } = await import('./report-files/junit-report.ts')
    writeFile('report-junit', 'checkly-report.junit.xml', () => renderJUnitReport(view, redact))
  }
  if (reportDir !== null) noteFiles(relative(options.workspace, reportDir) || '.', paths, replaced, log)
  if (options.annotations) {
    attempt('annotations', () => {
      for (const { level, title, message } of buildAnnotations(view)) log[level](message, title)
    })
  }
  return paths
}

/** Says where the files are, for tools that run in containers: there the workspace has another path. */
function noteFiles(folder: string, paths: ReportPaths, replaced: readonly string[], log: Log): void {
  const names = Object.values(paths).map((path) => join(folder, basename(path)))
  if (names.length > 0) log.info(`Report files, from the workspace: ${names.join(', ')}`)
  if (replaced.length === 0) return
  const files = replaced.map((name) => join(folder, name)).join(', ')
  log.warning(
    `An earlier step of this job had written ${files}: its report is replaced. Give each step a report-dir of its own.`,
  )
}
