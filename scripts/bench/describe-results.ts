import type { ContenderName } from '../../testing/bench/contenders.ts'
import { computeCurlLagS, computeMeanCurlLagS } from '../../testing/bench/curl-schedule.ts'
import type { GrowthPoint } from './measure-growth.ts'
import { fitPanel, type Panel } from './plot-growth.ts'

const MIB = 2 ** 20

/** How a run was made. */
export interface Method {
  /** Date, machine and versions. */
  conditions: string
  rounds: { start: number; lag: number; many: number; memory: number; growth: number }
  waitedMs: number
  panels: readonly Panel[]
}

/** The panels of the growth plot. */
export function listPanels(growth: ReadonlyMap<ContenderName, readonly GrowthPoint[]>): Panel[] {
  const list = (name: ContenderName, pick: (point: GrowthPoint) => number): [number, number][] =>
    (growth.get(name) ?? []).map((point) => [point.count, pick(point)])
  const build = (title: string, unit: string, pick: (point: GrowthPoint) => number): Panel => ({
    title,
    unit,
    action: list('action', pick),
    cli: list('cli', pick),
  })
  return [
    build('Start to exit, ms', 'ms', (point) => point.tookMs),
    build('Peak memory, MiB', 'MiB', (point) => point.peakBytes / MIB),
    build('Requests', 'requests', (point) => point.requests),
  ]
}

/** What a reader of the table has to know, as Markdown. */
export function describeMethod({ conditions, rounds, waitedMs, panels }: Method): string {
  const waited = Math.round(waitedMs / 1000)
  const scaled = waitedMs < 600_000 ? `, scaled from a wait of ${waited} s to ten minutes` : ''
  const slopes = panels.map((panel) => {
    const { slope, intercept, rSquared } = fitPanel(panel)
    return `${panel.title.split(',')[0]}: ${intercept.toFixed(1)} + ${slope.toFixed(3)} ${panel.unit} for each session (R² ${rSquared.toFixed(3)})`
  })
  return `${conditions}. Everything in one run on one machine, against the stand-in API in a process of its own on
loopback. Medians of runs that take turns: ${rounds.start} for the start, ${rounds.lag} for one session's end, ${rounds.many} for many
sessions, ${rounds.memory} for memory. \`npm run bench\` repeats it.

- **Floor**: the smallest ES module that makes the same request (\`testing/bench/floor.mjs\`).
- **Checkly's CLI**: \`checkly checks run --tags …\`, installed already. It starts the sessions itself, so that its first
  request is not a completion request, and it awaits ten sessions at a time.
- **\`curl --retry\`**: one session a step, as the endpoint's documentation recommends, judged by plain bash
  (\`testing/bench/curl-step.sh\`).
- **Long wait**: one session of ${waited} s, at the default of 30 s a request. \`curl\` pauses 1, 2, 4, 8, … s after each 408;
  by its schedule an end at ${waited} s is seen ${computeCurlLagS(waited).toFixed(0)} s late, an end at ten minutes ${computeCurlLagS(600).toFixed(0)} s late, and an end at any
  moment of the first ten minutes ${computeMeanCurlLagS(600).toFixed(0)} s late on average.
- **Requests a minute** are counted over the whole minutes of that wait.
- **CPU time** is that of the whole process${scaled}; that of \`curl\` is known to 10 ms.
- **Memory** is the peak of resident memory (Linux: \`VmHWM\`), at the process's exit; of \`curl\` while it waits, its shell
  included.

Growth, with sessions that had ended already, so that nothing but work counts:

${slopes.map((line) => `- ${line}`).join('\n')}`
}
