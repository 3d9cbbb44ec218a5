import { parse } from 'yaml'
import type { Manifest } from './read-workflows.ts'

interface Step {
  id?: string
  uses: string
  with?: Record<string, unknown>
}

const ACTION = /^(\.\/|checkly-gate\/checkly-gate@.+)$/
const OUTPUT_USE = /steps\.([\w-]+)\.outputs(?:\.([\w-]+)|\['([\w-]+)'\])/g

/** Inputs and outputs of the action that a workflow, or a piece of one, uses though they do not exist. */
export function findMisuse(text: string, manifest: Manifest): string[] {
  const steps = findSteps(parse(text))
  const inputs = steps.flatMap((step) => Object.keys(step.with ?? {}))
  const ids = new Set(steps.map(({ id }) => id))
  const outputs = [...text.matchAll(OUTPUT_USE)]
    .filter(([, id]) => ids.has(id))
    .map(([, , dotted, quoted]) => dotted ?? quoted ?? '')
  return [
    ...inputs.filter((name) => !(name in manifest.inputs)).map((name) => `input ${name}`),
    ...outputs.filter((name) => !(name in manifest.outputs)).map((name) => `output ${name}`),
  ]
}

/** The steps that use the action, wherever they are in a piece of YAML. */
function findSteps(node: unknown): Step[] {
  if (typeof node !== 'object' || node === null) return []
  const nested = Object.values(node).flatMap(findSteps)
  return 'uses' in node && ACTION.test(String(node.uses)) ? [node as Step, ...nested] : nested
}
