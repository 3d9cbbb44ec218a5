import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { VERSION } from '../../src/checkly/version.ts'
import { INPUT_DEFAULTS } from '../../src/inputs/input-defaults.ts'
import { LONGEST_OUTPUT } from '../../src/outputs/build-outputs.ts'
import { OUTPUT_NAMES } from '../../src/outputs/output-names.ts'

interface Manifest {
  inputs: Record<string, { description: string; default: string; required: boolean }>
  outputs: Record<string, { description: string }>
}

const manifest: Manifest = parse(readFileSync('action.yml', 'utf8'))
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

describe('action.yml', () => {
  test('has the inputs of the code, in the same order, with the same defaults', () => {
    const defaults = Object.entries(manifest.inputs).map(([name, input]) => [name, input.default])
    expect(defaults).toEqual(Object.entries(INPUT_DEFAULTS))
  })

  test('has the outputs of the code', () => {
    expect(Object.keys(manifest.outputs).sort()).toEqual([...OUTPUT_NAMES].sort())
  })

  test('demands no input, since the runner would not enforce it', () => {
    expect(Object.values(manifest.inputs).filter(({ required }) => required)).toEqual([])
  })

  test.each(['sessions', 'results'])('says at which length %s is left empty', (name) => {
    expect(manifest.outputs[name]?.description).toContain(LONGEST_OUTPUT.toLocaleString('en'))
  })
})

test('the version that requests name is that of package.json', () => {
  expect(VERSION).toBe(version)
})
