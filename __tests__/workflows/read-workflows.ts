import { globSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A piece of YAML that users read, or that GitHub runs. */
export interface WorkflowText {
  /** Path, and for a block in a page the line that it begins at. */
  source: string
  text: string
}

/** Inputs and outputs of the action, by name. */
export interface Manifest {
  inputs: Record<string, unknown>
  outputs: Record<string, unknown>
}

/** Workflow files: this repository's own, those of the end-to-end run, and the examples. */
export const WORKFLOW_FILES = readFiles(
  '.github/workflows/*.yml',
  'scripts/e2e/workflows/*.yml',
  'examples/*.yml',
)

/** YAML blocks of the pages: whole workflows and pieces of them. */
export const PAGE_BLOCKS = readFiles('*.md', 'docs/*.md', 'examples/*.md').flatMap(findBlocks)

/** action.yml. */
export const MANIFEST = parse(readFileSync('action.yml', 'utf8')) as Manifest

/** Whether a text is a whole workflow, not a piece of one. */
export function isWorkflow({ text }: WorkflowText): boolean {
  return /^jobs:/m.test(text) && /^on:/m.test(text)
}

function readFiles(...patterns: string[]): WorkflowText[] {
  return globSync(patterns)
    .sort()
    .map((source) => ({ source: source.replaceAll('\\', '/'), text: readFileSync(source, 'utf8') }))
}

function findBlocks({ source, text }: WorkflowText): WorkflowText[] {
  return [...text.matchAll(/^( *)```ya?ml\r?\n(.*?)^\1```/gms)].map((match) => {
    const [, indent = '', block = ''] = match
    const line = text.slice(0, match.index).split('\n').length + 1
    return { source: `${source}:${line}`, text: block.replaceAll(new RegExp(`^${indent}`, 'gm'), '') }
  })
}
