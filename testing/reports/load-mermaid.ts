import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'

/** A row of a gantt diagram, as Mermaid has it after reading its name and times. */
interface Task {
  startTime: Date
  endTime: Date
  section: string
  task: string
}

/** What is used of Mermaid, which draws the diagrams in GitHub's Markdown. */
export interface Mermaid {
  /** Rejects when the text is not a diagram. */
  parse(text: string): Promise<unknown>
  /** Draws; needs a browser. */
  render(id: string, text: string): Promise<{ svg: string }>
  mermaidAPI: { getDiagramFromText(text: string): Promise<{ db: { getTasks(): Task[] } }> }
}

/** The script that a page loads; it sets the global `mermaid`. */
export const MERMAID_SCRIPT = createRequire(import.meta.url).resolve('@mermaid-js/tiny')

/** Mermaid in this process, without a browser: it can read diagrams, not draw them. */
export function loadMermaid(): Mermaid {
  // It is made for a page: a script whose variables are global, not a module.
  runInThisContext(readFileSync(MERMAID_SCRIPT, 'utf8'), { filename: MERMAID_SCRIPT })
  return (globalThis as unknown as { mermaid: Mermaid }).mermaid
}
