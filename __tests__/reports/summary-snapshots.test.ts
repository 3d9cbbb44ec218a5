import { expect, it } from 'vitest'
import { buildReport } from '../../scripts/preview/build-report.ts'
import { SCENARIOS } from '../../scripts/preview/scenarios.ts'
import { renderLog } from '../../src/reports/render-log.ts'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'

// A thousand sessions fill a megabyte; other tests look at them.
const scenarios = Object.entries(SCENARIOS).filter(([, { sessions }]) => sessions.length < 100)

it.each(scenarios)('summary of %s', async (name, sample) => {
  const markdown = renderSummary(buildReport(sample), 1_048_576)
  await expect(markdown).toMatchFileSnapshot(`__snapshots__/summary.${name}.md`)
})

it.each(scenarios)('log of %s', async (name, sample) => {
  const lines = renderLog(buildReport(sample)).flatMap((group) => [
    group.title,
    ...group.lines.map((line) => `  ${line}`),
  ])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`__snapshots__/log.${name}.txt`)
})
