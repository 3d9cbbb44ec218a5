import { join } from 'node:path'
import { renderScenes, sumUp } from '../testing/simulate-limits/render-scenes.ts'
import { SCENES } from '../testing/simulate-limits/scenes.ts'
import { simulate } from '../testing/simulate-limits/simulate.ts'
import { writeSection } from './bench/replace-section.ts'

/*
 * npm run simulate:limits: many sessions and jobs under limits of many shapes, on a clock whose time costs nothing, with
 * the action's own limiter and awaiting. Prints a table, and writes it into docs/rate-limits.md. With words as arguments,
 * only the scenes whose names hold one of them, and nothing is written. `--seed=2`: other random numbers.
 */

const args = process.argv.slice(2)
const seed = Number(args.find((arg) => arg.startsWith('--seed='))?.slice('--seed='.length) ?? 1)
const words = args.filter((arg) => !arg.startsWith('--'))
const scenes = SCENES.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)))

const rows = []
for (const scene of scenes) {
  const figures = sumUp(await simulate(scene, seed))
  rows.push({ scene, figures })
  console.log(renderScenes([{ scene, figures }]).split('\n').at(-1))
}
if (words.length === 0 && seed === 1) {
  const path = join(import.meta.dirname, '..', 'docs', 'rate-limits.md')
  writeSection(path, 'simulation', renderScenes(rows), '# Rate limits')
}
