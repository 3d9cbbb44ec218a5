import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fillTables } from '../../scripts/write-docs.ts'
import { INPUT_DEFAULTS } from '../../src/inputs/input-defaults.ts'
import { OUTPUT_NAMES } from '../../src/outputs/output-names.ts'

const readme = readFileSync('README.md', 'utf8')
const manifest = readFileSync('action.yml', 'utf8')
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts
const sources = globSync('src/**/*.ts').map((path) => readFileSync(path, 'utf8'))
const PAGES = ['README.md', 'CONTRIBUTING.md']

/** The part of the README under a heading. */
function findSection(title: string): string {
  const [, section = ''] = readme.split(`\n## ${title}\n`)
  return section.split('\n## ')[0] ?? ''
}

/** What stands in backticks in the first column of a section's table. */
function listFirstColumn(title: string): string[] {
  return findSection(title)
    .split('\n')
    .flatMap((line) => /^\| (`.*?) \|/.exec(line)?.[1]?.match(/(?<=`)[^`]+(?=`)/g) ?? [])
    .filter((text) => text.trim() !== ',')
}

describe('README.md', () => {
  test('has the tables of action.yml: npm run docs writes them', () => {
    expect(fillTables(readme, manifest)).toBe(readme)
  })

  test('lists the inputs and outputs of the code', () => {
    expect(listFirstColumn('Inputs')).toEqual(Object.keys(INPUT_DEFAULTS))
    expect(listFirstColumn('Outputs').sort()).toEqual([...OUTPUT_NAMES].sort())
  })

  test('explains each outcome', () => {
    const outcomes = ['passed', 'failed', 'timeout', 'cancelled', 'error', 'detached', 'no-match']
    expect(listFirstColumn('What each outcome means').slice(1)).toEqual(outcomes)
  })

  test('quotes messages that there are', () => {
    const quoted = listFirstColumn('Troubleshooting')
    expect(quoted.length).toBeGreaterThan(15)
    // The sources have a placeholder where a status stands.
    const words = quoted.map((text) => text.replace(/ \d{3}$/, ' '))
    expect(words.filter((text) => !sources.some((source) => source.includes(text)))).toEqual([])
  })
})

test('CONTRIBUTING.md names every npm script', () => {
  const page = readFileSync('CONTRIBUTING.md', 'utf8')
  // npm runs those with `pre` by itself.
  const own = Object.keys(scripts).filter((name) => !name.startsWith('pre') || name === 'preview')
  const missing = own.filter((name) => !page.includes(`npm run ${name}\``) && !page.includes(`npm ${name}\``))
  expect(missing).toEqual([])
})

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(page, 'utf8')

  test('links to files that there are', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) => link)
    expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([])
  })

  test('names npm scripts that there are', () => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

test('the tables are written between their markers, and a page without them is refused', () => {
  const page = 'a\n<!-- inputs -->\nold\n<!-- /inputs -->\nb\n<!-- outputs --><!-- /outputs -->\nc\n'
  const yaml =
    "inputs:\n  one:\n    description: a | b\n    default: '1'\noutputs:\n  two: { description: x }\n"
  expect(fillTables(page, yaml)).toBe(
    'a\n<!-- inputs -->\n| Input | Default | Meaning |\n| --- | --- | --- |\n| `one` | `1` | a \\| b |\n' +
      '<!-- /inputs -->\nb\n<!-- outputs -->\n| Output | Meaning |\n| --- | --- |\n| `two` | x |\n<!-- /outputs -->\nc\n',
  )
  expect(() => fillTables('nothing', yaml)).toThrow('<!-- inputs -->')
})
