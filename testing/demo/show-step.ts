import { join, relative } from 'node:path'
import { styleText } from 'node:util'
import { createLogView } from './log-view.ts'
import { runStep, type StepRun } from './run-step.ts'

/** Where everything is kept; not in Git. */
const DEMO_FOLDER = join(import.meta.dirname, '..', '..', '.demo')

const LONGEST_VALUE = 100
const MOST_SUMMARY_LINES = 40

/** Runs a step and prints its log as it comes, then its outputs, its summary, and where they are kept. */
export async function showStep(
  title: string,
  inputs: Record<string, string>,
  name: string,
): Promise<StepRun> {
  printHeading(title)
  const show = createLogView()
  const run = await runStep(inputs, join(DEMO_FOLDER, name), (line) => {
    const shown = show(line)
    if (shown !== null) console.log(shown)
  })
  printResults(run)
  return run
}

function printHeading(text: string): void {
  console.log(`\n${styleText(['bold', 'cyan'], `── ${text}`)}\n`)
}

function printResults(run: StepRun): void {
  printHeading('Outputs, for later steps')
  const width = Math.max(0, ...Object.keys(run.outputs).map((name) => name.length))
  for (const [name, value] of Object.entries(run.outputs)) {
    console.log(`${name.padEnd(width)}  ${cutValue(value)}`)
  }
  printHeading('Job summary, as plain text')
  const lines = describeSummary(run.summary).split('\n')
  console.log(lines.slice(0, MOST_SUMMARY_LINES).join('\n'))
  if (lines.length > MOST_SUMMARY_LINES) console.log(`… ${lines.length - MOST_SUMMARY_LINES} lines more`)

  printHeading('Files')
  const reports = ['report-json', 'report-markdown', 'report-junit'].map((name) => run.outputs[name] ?? '')
  for (const path of [...Object.values(run.files), ...reports]) {
    if (path !== '') console.log(relative(process.cwd(), path))
  }
  console.log(`\nFrom start to exit: ${(run.tookMs / 1000).toFixed(1)} s.`)
}

/** The Markdown as one can read it in a terminal: links, diagrams, HTML and references are for the browser. */
function describeSummary(markdown: string): string {
  return markdown
    .replaceAll('<br>', ' ')
    .replace(/```mermaid\n.*?\n```/gs, '(a diagram)')
    .replace(/\[([^\]]*)\]\(\S+\)/g, '$1')
    .replace(/<!--.*?-->|<[^>]+>|[\u2068\u2069]/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function cutValue(value: string): string {
  if (value.length <= LONGEST_VALUE) return value
  return `${value.slice(0, LONGEST_VALUE)}… (${value.length} characters)`
}
