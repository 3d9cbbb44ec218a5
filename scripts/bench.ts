import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { VENDOR_CLI_VERSION } from '../simulator/vendor-cli.ts'
import { createAction, createCli, curl, floor } from '../testing/bench/contenders.ts'
import { measureLag } from '../testing/bench/measure-lag.ts'
import { measureMemory } from '../testing/bench/measure-memory.ts'
import { measureStart } from '../testing/bench/measure-start.ts'
import { measureWait } from '../testing/bench/measure-wait.ts'
import { startStandIn } from '../testing/bench/stand-in.ts'
import { collectRows, measureSizes } from './bench/collect-rows.ts'
import { describeDate, describeMachine, readCurlVersion } from './bench/describe-machine.ts'
import { describeMethod, listPanels } from './bench/describe-results.ts'
import { measureGrowth } from './bench/measure-growth.ts'
import { plotGrowth } from './bench/plot-growth.ts'
import { renderShortTable, renderTable } from './bench/render-table.ts'
import { replaceSection, writeSection } from './bench/replace-section.ts'

/*
 * npm run bench: this action beside the vendor's CLI, `curl --retry` and the smallest ES module, in one
 * run. Writes docs/benchmark.md, docs/images/growth.svg and the table of the README.
 *
 *   --quick   fewer rounds and a shorter wait: about two minutes, nothing is written
 *   --long    really waits ten minutes
 */

const ROOT = join(import.meta.dirname, '..')

const { values } = parseArgs({ options: { quick: { type: 'boolean' }, long: { type: 'boolean' } } })
const quick = values.quick === true
const waitedMs = quick ? 65_000 : values.long === true ? 600_000 : 170_000
const rounds = quick
  ? { start: 9, lag: 7, many: 1, memory: 3, growth: 1 }
  : { start: 31, lag: 25, many: 7, memory: 7, growth: 5 }
const counts = quick ? [1, 250, 500] : [1, 50, 100, 200, 300, 400, 500]

function say(text: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)}  ${text}`)
}

const [action, cli] = [createAction(), createCli()]
const all = [action, cli, curl, floor]
const standIn = await startStandIn()
say(`One wait of ${waitedMs / 1000} s, beside all that follows`)
const waiting = measureWait([action, cli, curl], waitedMs)
await sleep(3000)
say('Sizes')
const sizes = await measureSizes(standIn, { action, cli, floor })
say('Start to first request and to exit')
const start = await measureStart(standIn, all, rounds.start)
say('End of one session to exit')
const lagOfOne = await measureLag(standIn, all, rounds.lag, { count: 1, fromMs: 300, toMs: 900 }, false)
const lagOfMany = new Map()
for (const count of [100, 500]) {
  say(`End of the last of ${count} sessions to exit`)
  const ends = { count, fromMs: 1000, toMs: 3000 }
  lagOfMany.set(count, await measureLag(standIn, [action, cli], rounds.many, ends, true))
}
say('Memory')
const memoryOfOne = await measureMemory(standIn, all, rounds.memory)
say('Growth')
const growth = await measureGrowth(standIn, [action, cli], counts, rounds.growth)
say('Waiting for the long wait')
const wait = await waiting
await standIn.stop()

const rows = [...sizes, ...collectRows({ start, lagOfOne, lagOfMany, memoryOfOne, wait, waitedMs })]
const curlVersion = readCurlVersion()
const table = renderTable(rows, curlVersion)
const panels = listPanels(growth)
const conditions = `${describeDate()}, ${describeMachine()}, checkly ${VENDOR_CLI_VERSION}, curl ${curlVersion}`
const method = describeMethod({ conditions, rounds, waitedMs, panels })
console.log(`\n${conditions}\n\n${table}\n\n${method}`)

if (!quick) {
  const images = join(ROOT, 'docs', 'images')
  mkdirSync(images, { recursive: true })
  writeFileSync(join(images, 'growth.svg'), plotGrowth(panels))
  const alt = 'Start to exit, peak memory and requests against the number of sessions, with fitted lines'
  const page = `${table}\n\n${method}\n\n![${alt}](images/growth.svg)`
  writeSection(join(ROOT, 'docs', 'benchmark.md'), 'benchmark', page, '# Benchmark')
  const text = `${renderShortTable(rows, curlVersion)}

Medians on one machine against the stand-in API: ${conditions}. [All rows, and how they were measured](docs/benchmark.md)`
  replaceSection(join(ROOT, 'README.md'), 'benchmark', text)
}
