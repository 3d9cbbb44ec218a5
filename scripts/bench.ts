import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { installVendorCli, VENDOR_CLI_VERSION } from '../simulator/vendor-cli.ts'
import { createAction, createCli, curl, floor } from '../testing/bench/contenders.ts'
import {
  measureEnded,
  measureFolder,
  measureLag,
  measureLoaded,
  measureStart,
  measureWait,
} from '../testing/bench/measure.ts'
import { startStandIn } from '../testing/bench/stand-in.ts'
import { describeDate, describeMachine, readCurlVersion } from './bench/describe-machine.ts'
import { replaceSection, writeSection } from './bench/replace-section.ts'
import { type Row, renderRows } from './bench/table.ts'

/*
 * npm run bench: this action beside the vendor's CLI, `curl --retry` and the smallest ES module, in one run. Writes
 * docs/benchmark.md and the table of the README. `--quick` has fewer rounds and writes nothing.
 */

const ROOT = join(import.meta.dirname, '..')
const quick = process.argv.includes('--quick')
const rounds = quick ? { start: 9, lag: 7, many: 1, memory: 3 } : { start: 31, lag: 25, many: 7, memory: 7 }
const waitedMs = quick ? 65_000 : 170_000

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
// bin/run.cjs of checkly, in node_modules of a folder of its own.
const [dist, installed] = [measureFolder(), measureFolder(dirname(dirname(dirname(installVendorCli()))))]
const loaded = {
  action: await measureLoaded(standIn, action),
  cli: await measureLoaded(standIn, cli),
  floor: await measureLoaded(standIn, floor),
}
say('Start to first request and to exit')
const start = await measureStart(standIn, all, rounds.start)
say('End of one session to exit')
const one = await measureLag(standIn, all, rounds.lag, { count: 1, fromMs: 300, toMs: 900 }, false)
say('End of the last of 100 and of 500 sessions to exit')
const ends = { fromMs: 1000, toMs: 3000 }
const hundred = await measureLag(standIn, [action, cli], rounds.many, { count: 100, ...ends }, true)
const fiveHundred = await measureLag(standIn, [action, cli], rounds.many, { count: 500, ...ends }, true)
say('Memory')
const single = await measureEnded(standIn, [action, cli, floor], rounds.memory, 1)
say('Waiting for the long wait')
const wait = await waiting
await standIn.stop()

const chosen: Row[] = [
  [
    'On disk: `dist`, or `node_modules`',
    'bytes',
    { action: dist.bytes, cli: installed.bytes, floor: loaded.floor.bytes },
  ],
  ['Time of a step whose session has ended already', 'ms', start.exit],
  ['From the end of a session to the end of the step', 'ms', one.lag],
]
const [size, exit, lag] = chosen as [Row, Row, Row]
const count = (what: 'bytes' | 'files') => ({
  action: loaded.action[what],
  cli: loaded.cli[what],
  floor: loaded.floor[what],
})
const rows: Row[] = [
  size,
  ['npm packages to install', 'count', { action: 0, cli: installed.packages, floor: 0 }],
  ['Code loaded by a passing run', 'bytes', count('bytes')],
  ['Files loaded', 'count', count('files')],
  ['Start to first request', 'ms', start.firstRequest],
  exit,
  lag,
  ['End of the last of 100 to exit', 'ms', hundred.lag],
  ['End of the last of 500 to exit', 'ms', fiveHundred.lag],
  [`End to exit after a wait of ${waitedMs / 1000} s`, 'ms', wait.lag],
  ['Completion requests a minute', 'count', wait.polls],
  ['Snapshot requests a minute', 'count', wait.snapshots],
  ['Peak memory, 1 session', 'memory', single.memory],
  ['Peak memory, 100 sessions', 'memory', hundred.memory],
  ['Peak memory, 500 sessions', 'memory', fiveHundred.memory],
]
const curlVersion = readCurlVersion()
const conditions = `${describeDate()}, ${describeMachine()}, checkly ${VENDOR_CLI_VERSION}, curl ${curlVersion}`
const page = `${renderRows(rows, curlVersion, true)}

${conditions}. Everything in one run on one machine, against the stand-in API in a process of its own on loopback. Medians of
runs that take turns: ${rounds.start} for the start, ${rounds.lag} for one session's end, ${rounds.many} for many sessions, ${rounds.memory} for memory.
\`npm run bench\` repeats it.

- **Floor**: the smallest ES module that makes the same request (\`testing/bench/floor.mjs\`).
- **Checkly's CLI**: \`checkly checks run --tags …\`, installed already. It starts the sessions itself, so that its first
  request is not a completion request, and it awaits ten sessions at a time.
- **\`curl --retry\`**: one session a step, as the endpoint's documentation recommends, judged by plain bash
  (\`testing/bench/curl-step.sh\`). It pauses 1, 2, 4, 8, … s after each 408, so that the longer a session takes, the later
  its end is seen.
- **Long wait**: one session of ${waitedMs / 1000} s, at the default of 30 s a request. Requests are counted over its whole minutes.
- **Memory** is the peak of resident memory (Linux: \`VmHWM\`), at the process's exit.`
console.log(page)

if (!quick) {
  writeSection(join(ROOT, 'docs', 'benchmark.md'), 'benchmark', page, '# Benchmark')
  const text = `${renderRows(chosen, curlVersion, false)}

Medians on one machine against the stand-in API: ${conditions}. [All rows, and how they were measured](docs/benchmark.md)`
  replaceSection(join(ROOT, 'README.md'), 'benchmark', text)
}
