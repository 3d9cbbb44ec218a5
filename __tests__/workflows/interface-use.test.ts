import { describe, expect, test } from 'vitest'
import { findMisuse } from './find-misuse.ts'
import { MANIFEST, PAGE_BLOCKS, WORKFLOW_FILES } from './read-workflows.ts'

describe('inputs and outputs that workflows use', () => {
  test.each([...WORKFLOW_FILES, ...PAGE_BLOCKS])('exist: $source', ({ text }) => {
    expect(findMisuse(text, MANIFEST)).toEqual([])
  })

  test.each([
    ['with', '- uses: ./\n  with: { tag: x }', ['input tag']],
    [
      'an expression',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's, not JavaScript's
      '- uses: checkly-gate/checkly-gate@v1\n  id: g\n- run: echo ${{ steps.g.outputs.verdict }}',
      ['output verdict'],
    ],
    [
      'brackets',
      "- uses: ./\n  id: g\n- if: steps.g.outputs['result'] == 'passed'\n  run: x",
      ['output result'],
    ],
    ['another action', '- uses: other/action@v1\n  id: o\n  with: { tag: x }\n- if: steps.o.outputs.y', []],
  ])('are found out in %s when they do not exist', (_where, text, misuse) => {
    expect(findMisuse(text, MANIFEST)).toEqual(misuse)
  })
})
