import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Inputs } from '../inputs/read-inputs.ts'
import type { ReportPaths } from '../outputs/build-outputs.ts'
import type { Log } from '../outputs/log.ts'
import { buildAnnotations } from '../reports/annotations.ts'
import type { GateReport } from '../reports/gate-report.ts'
import { renderLog } from '../reports/render-log.ts'
import { renderJsonReport } from '../reports/report-files/json-report.ts'
import { renderMarkdownReport } from '../reports/report-files/markdown-report.ts'
import { renderSummary } from '../reports/summary/render-summary.ts'
import { describeAge } from '../reports/views/describe-age.ts'
import type { Redact } from '../secrets/redact.ts'
import { describeError } from '../text/words.ts'

/** GitHub drops a whole summary of more than 1,048,576 bytes; some room is left. */
const MOST_SUMMARY_BYTES = 1_040_000

/** Which reports, and where. */
export interface ReportOptions {
  inputs: Pick<Inputs, 'jobSummary' | 'annotations'>
  log: Log
  redact: Redact
  /** `GITHUB_STEP_SUMMARY`; '' when there is none. */
  summaryPath: string
  /** Absolute, made already; null for no files. */
  reportDir: string | null
}

/**
 * Writes all that people look at: the log's groups, the summary, annotations and files. Each that fails
 * costs a warning and nothing else.
 * @returns the paths of the files that were written
 */
export async function writeReports(report: GateReport, options: ReportOptions): Promise<ReportPaths> {
  const { log, redact, reportDir } = options
  const paths: ReportPaths = {}

  function attempt(what: string, write: () => void): void {
    try {
      write()
    } catch (error) {
      log.warning(`The ${what} could not be written: ${describeError(error)}. The verdict stands.`)
    }
  }

  function writeFile(output: keyof ReportPaths, name: string, render: () => string): void {
    if (reportDir === null) return
    attempt(`report file ${name}`, () => {
      const path = join(reportDir, name)
      mkdirSync(reportDir, { recursive: true })
      rmSync(`${path}.new`, { force: true })
      // Renaming replaces a link of that name, where writing would follow it out of the workspace.
      writeFileSync(`${path}.new`, redact(render()), { flag: 'wx' })
      renameSync(`${path}.new`, path)
      paths[output] = path
    })
  }

  attempt('log of the sessions', () => {
    const age = describeAge(report)
    if (age !== '') log.info(age)
    log.groups(renderLog(report))
  })
  const wanted = options.inputs.jobSummary
  if (
    options.summaryPath !== '' &&
    (wanted === 'always' || (wanted === 'on-failure' && !report.verdict.succeeds))
  ) {
    attempt('job summary', () => {
      appendFileSync(options.summaryPath, `${redact(renderSummary(report, MOST_SUMMARY_BYTES))}\n`)
    })
  }
  writeFile('report-json', 'checkly-report.json', () => renderJsonReport(report))
  writeFile('report-markdown', 'checkly-report.md', () => renderMarkdownReport(report))
  if (reportDir !== null) {
    const { renderJUnitReport } = await import('../reports/report-files/junit-report.ts')
    writeFile('report-junit', 'checkly-report.junit.xml', () => renderJUnitReport(report))
  }
  if (options.inputs.annotations) {
    attempt('annotations', () => {
      for (const { level, title, message } of buildAnnotations(report)) log[level](message, title)
    })
  }
  return paths
}

/** Renders what each step shows, and throws it away. */
export function renderForNobody(report: GateReport): void {
  renderLog(report)
  buildAnnotations(report)
  renderSummary(report, MOST_SUMMARY_BYTES)
}
