import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ValidationConfig } from '@actions/languageservice'
import { describe, expect, test } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { validate } from './language-service.ts'
import { isWorkflow, MANIFEST, PAGE_BLOCKS, WORKFLOW_FILES } from './read-workflows.ts'

const UNKNOWN_ACTION = /^Unable to resolve action `(?!checkly-gate\/)/

/** Answers for this action as GitHub would, so that `with` is checked; others cannot be asked for here. */
const config: ValidationConfig = {
  actionsMetadataProvider: {
    fetchActionMetadata: async ({ owner, name }) => {
      const isOwn = owner === 'checkly-gate' && name === 'checkly-gate'
      return isOwn ? { name, description: '', ...(MANIFEST as object) } : undefined
    },
  },
  // Reusable workflows are this repository's own files.
  fileProvider: {
    getFileContent: async (reference) => {
      const file = 'path' in reference ? reference.path : ''
      return { name: file, content: readFileSync(file, 'utf8') }
    },
  },
}

async function findProblems(uri: string, text: string): Promise<string[]> {
  const diagnostics = await validate(TextDocument.create(uri, 'yaml', 0, text), config)
  return diagnostics
    .map(({ message, range }) => ({ text: String(message), line: range.start.line + 1 }))
    .filter((problem) => !UNKNOWN_ACTION.test(problem.text))
    .map((problem) => `line ${problem.line}: ${problem.text}`)
}

describe('the language service of the Actions extension', () => {
  test('finds nothing wrong with action.yml', async () => {
    expect(await findProblems('file:///action.yml', readFileSync('action.yml', 'utf8'))).toEqual([])
  })

  test.each([...WORKFLOW_FILES, ...PAGE_BLOCKS.filter(isWorkflow)])(
    'finds nothing wrong with $source',
    async ({ source, text }) => {
      const uri = `file:///.github/workflows/${path.basename(source)}`
      expect(await findProblems(uri, text)).toEqual([])
    },
  )

  test('is at work: it knows the inputs', async () => {
    const [example] = WORKFLOW_FILES.filter(({ source }) => source.startsWith('examples/'))
    const text = example?.text.replace('api-key:', 'api-kee:') ?? ''
    expect(await findProblems('file:///.github/workflows/a.yml', text)).toEqual([
      expect.stringContaining('api-kee'),
    ])
  })
})
