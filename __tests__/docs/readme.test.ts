import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { TEST_ONLY as TEST_ONLY_INPUTS } from '../../src/inputs/choose-selection.ts'
import { INPUT_DEFAULTS } from '../../src/inputs/input-defaults.ts'
import { OUTPUT_NAMES } from '../../src/outputs/output-names.ts'
import { FAULT_CASES } from '../../testing/faults/cases/index.ts'
import { fillPage, TEST_ONLY, PAGES as WRITTEN_PAGES } from '../../testing/fill-docs.ts'
import { MANIFEST } from '../workflows/read-workflows.ts'
import { countWords, findSection, listFirstColumn, PAGES, readPage } from './read-pages.ts'

const manifest = readFileSync('action.yml', 'utf8')
const examples = readPage('examples/README.md')
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts

describe.each(WRITTEN_PAGES)('%s', (path) => {
  const page = readPage(path)

  test('has what stands in action.yml and the examples: npm run docs writes it', () => {
    expect(fillPage(path, page, manifest, examples)).toBe(page)
  })

  test('lists the inputs and outputs of the code', () => {
    const inputs = listFirstColumn(findSection(page, 'Inputs'))
    expect(inputs.toSorted()).toEqual(Object.keys(INPUT_DEFAULTS).toSorted())
    const outputs = listFirstColumn(findSection(page, 'Outputs').split('`steps.')[0] ?? '')
    expect(outputs.toSorted()).toEqual([...OUTPUT_NAMES].toSorted())
  })
})

test('the inputs that only test sessions have say so in action.yml', () => {
  const descriptions = Object.entries(MANIFEST.inputs as Record<string, { description: string }>)
  const told = descriptions.filter(([, { description }]) => description.startsWith(TEST_ONLY))
  expect(told.map(([name]) => name)).toEqual([...TEST_ONLY_INPUTS])
})

describe('README.md', () => {
  const readme = readPage('README.md')

  test('explains each outcome', () => {
    const outcomes = ['passed', 'failed', 'timeout', 'cancelled', 'error', 'detached', 'no-match']
    expect(listFirstColumn(readme.split('| `outcome` | The step')[1] ?? '').slice(0, 7)).toEqual(outcomes)
  })

  test('can be read in ten minutes, and comes to the first workflow at once', () => {
    expect(countWords(readme)).toBeLessThanOrEqual(2400)
    expect(countWords(readme.split('```yaml')[0] ?? '')).toBeLessThanOrEqual(200)
  })
})

test.each(PAGES.filter(({ path }) => path.startsWith('docs/')))(
  '$path begins with who needs it',
  ({ text }) => {
    expect(text).toMatch(/^# .+\n\nRead this if you /)
  },
)

test('docs/benchmark.md does not claim more faults than there are', () => {
  const claimed = /more than (\d+) faults/.exec(readPage('docs/benchmark.md'))?.[1]
  expect(FAULT_CASES.length).toBeGreaterThan(Number(claimed))
})

test('CONTRIBUTING.md names every npm script', () => {
  const page = readPage('CONTRIBUTING.md')
  // npm runs those with `pre` by itself.
  const own = Object.keys(scripts).filter((name) => !name.startsWith('pre') || name === 'preview')
  const missing = own.filter((name) => !page.includes(`npm run ${name}\``) && !page.includes(`npm ${name}\``))
  expect(missing).toEqual([])
})

test.each(PAGES)('$path names npm scripts that there are', ({ text }) => {
  const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

describe('npm run docs', () => {
  const yaml = `inputs:
  one: { description: A | b. More of it., default: '1' }
  two: { description: 'Test sessions only: what for. And why.' }
outputs:
  three: { description: C 1.5 d. E }
`
  const markers = (name: string): string => `<!-- ${name} -->\nold\n<!-- /${name} -->\n`
  const tables = `a\n${['inputs', 'test-inputs', 'outputs'].map(markers).join('')}b\n`

  test('writes all of a description where all is to be read', () => {
    expect(fillPage('docs/inputs-and-outputs.md', tables, yaml, '')).toBe(`a
<!-- inputs -->
| Input | Default | Meaning |
| --- | --- | --- |
| \`one\` | \`1\` | A \\| b. More of it. |
<!-- /inputs -->
<!-- test-inputs -->
| Input | Default | Meaning |
| --- | --- | --- |
| \`two\` |  | What for. And why. |
<!-- /test-inputs -->
<!-- outputs -->
| Output | Meaning |
| --- | --- |
| \`three\` | C 1.5 d. E |
<!-- /outputs -->
b
`)
  })

  test('writes the first sentence into the README, and a link to each example', () => {
    const rows = '| Workflow | What |\n| --- | --- |\n| [a-b.yml](a-b.yml) | Does it |\n'
    const page = fillPage('README.md', tables + markers('recipes'), yaml, rows)
    expect(page).toContain('| A \\| b. |\n')
    expect(page).toContain('| What for. |\n')
    expect(page).toContain('| C 1.5 d. |\n')
    expect(page).toContain('<!-- recipes -->\n- [Does it](examples/a-b.yml)\n<!-- /recipes -->')
  })

  test('refuses a page without the markers', () => {
    expect(() => fillPage('README.md', 'nothing', yaml, '')).toThrow('<!-- inputs -->')
  })
})
