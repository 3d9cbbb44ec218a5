import type { JobFigures, Scene } from './simulate.ts'
import type { Counts } from './virtual-server.ts'

/** What a scene came to, over all of its jobs. Lags in seconds. */
export interface SceneFigures {
  green: number
  firstLag: number
  medianLag: number
  lastLag: number
  requests: number
  /** Refused requests, of all. */
  refused: number
  /** How many times as long as the first job the last one took. */
  unfairness: number
}

/** Sums up what became of the jobs of a scene. */
export function sumUp(jobs: readonly JobFigures[]): SceneFigures {
  const lags = jobs.map(({ lagMs }) => lagMs / 1000).sort((a, b) => a - b)
  const times = jobs.map(({ tookMs }) => tookMs)
  const sum = (name: keyof Counts): number => jobs.reduce((total, { counts }) => total + counts[name], 0)
  return {
    green: jobs.filter(({ isGreen }) => isGreen).length,
    firstLag: lags[0] ?? 0,
    medianLag: lags[lags.length >> 1] ?? 0,
    lastLag: lags.at(-1) ?? 0,
    requests: sum('requests'),
    refused: sum('refused') / Math.max(1, sum('requests')),
    unfairness: Math.max(...times) / Math.min(...times),
  }
}

/** A row of the table for each scene. */
export function renderScenes(rows: readonly { scene: Scene; figures: SceneFigures }[]): string {
  return [
    '| Limit | Jobs × sessions, ends at | Green | Late: first, median, last job | Requests | Refused | Unfairness |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map(({ scene, figures }) => renderRow(scene, figures)),
  ].join('\n')
}

function renderRow(scene: Scene, figures: SceneFigures): string {
  const { name, jobs, sessions, endsFrom, endsTo } = scene
  const { green, firstLag, medianLag, lastLag, requests, refused, unfairness } = figures
  const lags = jobs === 1 ? [lastLag] : [firstLag, medianLag, lastLag]
  const cells = [
    name,
    `${jobs} × ${sessions}, ${endsFrom} to ${endsTo} s`,
    green === jobs ? 'all' : `**${green} of ${jobs}**`,
    `${lags.map((lag) => lag.toFixed(1)).join(', ')} s`,
    String(requests),
    `${(100 * refused).toFixed(0)} %`,
    jobs === 1 ? '' : unfairness.toFixed(2),
  ]
  return `| ${cells.join(' | ')} |`
}
