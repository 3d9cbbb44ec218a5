import { expect, test } from 'vitest'
import { renderLog } from '../../src/reports/render-log.ts'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { buildView } from '../../testing/reports/build-report.ts'
import { SCENARIOS } from '../../testing/reports/scenarios.ts'

// A thousand sessions fill a megabyte; other tests look at them.
const scenarios = Object.entries(SCENARIOS).filter(([, { sessions }]) => sessions.length < 100)

test.each(scenarios)('summary of %s', async (name, sample) => {
  const markdown = renderSummary(buildView(sample), 1_048_576)
  await expect(markdown).toMatchFileSnapshot(`__snapshots__/summary.${name}.md`)
})

test.each(scenarios)('log of %s', async (name, sample) => {
  const lines = renderLog(buildView(sample)).flatMap((group) => [
    group.title,
    ...group.lines.map((line) => `  ${line}`),
  ])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`__snapshots__/log.${name}.txt`)
})
