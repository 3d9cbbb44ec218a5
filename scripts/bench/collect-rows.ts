import { dirname } from 'node:path'
import { installVendorCli } from '../../simulator/vendor-cli.ts'
import type { Contender, ContenderName } from '../../testing/bench/contenders.ts'
import type { Figures } from '../../testing/bench/interleave.ts'
import type { WaitFigures } from '../../testing/bench/measure-lag.ts'
import { measureDist, measureFolder, measureLoaded } from '../../testing/bench/measure-size.ts'
import type { StartTimes } from '../../testing/bench/measure-start.ts'
import type { WaitCost } from '../../testing/bench/measure-wait.ts'
import type { StandIn } from '../../testing/bench/stand-in.ts'
import { findMedian } from '../../testing/bench/statistics.ts'
import { LAG_ROW, type Row, SIZE_ROW, START_ROW, type Unit } from './render-table.ts'

const NONE: Record<ContenderName, number | null> = { action: null, cli: null, curl: null, floor: null }

/** What the table is made of. */
export interface Measurements {
  start: StartTimes
  lagOfOne: WaitFigures
  /** By the number of sessions. */
  lagOfMany: ReadonlyMap<number, WaitFigures>
  memoryOfOne: Figures<ContenderName>
  wait: ReadonlyMap<ContenderName, WaitCost>
  /** How long that wait was, in ms. */
  waitedMs: number
}

/** What is installed and what is loaded. */
export async function measureSizes(
  standIn: StandIn,
  contenders: Record<'action' | 'cli' | 'floor', Contender>,
): Promise<Row[]> {
  const dist = measureDist()
  // bin/run.cjs of checkly, in node_modules of a folder of its own.
  const modules = dirname(dirname(dirname(installVendorCli())))
  const installed = measureFolder(modules)
  const action = await measureLoaded(standIn, contenders.action)
  const cli = await measureLoaded(standIn, contenders.cli)
  const floor = await measureLoaded(standIn, contenders.floor)
  return [
    createRow(SIZE_ROW, 'bytes', {
      action: dist.bytes,
      cli: installed.bytes,
      floor: floor.bytes,
    }),
    createRow('npm packages to install', 'count', { action: 0, cli: installed.packages, floor: 0 }),
    createRow('Code loaded by a passing run', 'bytes', {
      action: action.bytes,
      cli: cli.bytes,
      floor: floor.bytes,
    }),
    createRow('Files loaded', 'count', { action: action.files, cli: cli.files, floor: floor.files }),
  ]
}

/** The rows of all that was timed. */
export function collectRows(measured: Measurements): Row[] {
  const { start, wait } = measured
  const pickWait = (pick: (cost: WaitCost) => number | null): Partial<Record<ContenderName, number | null>> =>
    Object.fromEntries([...wait].map(([name, cost]) => [name, pick(cost)]))
  const many = [...measured.lagOfMany]
  return [
    createRow('Start to first request', 'ms', medians(start.firstRequest)),
    createRow(START_ROW, 'ms', medians(start.exit)),
    createRow(LAG_ROW, 'ms', medians(measured.lagOfOne.lagMs)),
    ...many.map(([count, { lagMs }]) =>
      createRow(`End of the last of ${count} to exit`, 'ms', medians(lagMs)),
    ),
    createRow(
      `End to exit after a wait of ${Math.round(measured.waitedMs / 1000)} s`,
      'ms',
      pickWait((cost) => cost.lagMs),
    ),
    createRow(
      'Completion requests a minute',
      'count',
      pickWait((cost) => cost.completionsPerMinute),
    ),
    createRow(
      'Snapshot requests a minute',
      'count',
      pickWait((cost) => cost.snapshotsPerMinute),
    ),
    createRow('Peak memory, 1 session', 'memory', medians(measured.memoryOfOne)),
    ...many.map(([count, { peakBytes }]) =>
      createRow(`Peak memory, ${count} sessions`, 'memory', medians(peakBytes)),
    ),
    createRow(
      'CPU time for ten minutes of waiting',
      'ms',
      pickWait((cost) => cost.cpuMsForTenMinutes),
    ),
  ]
}

function createRow(what: string, unit: Unit, values: Partial<Record<ContenderName, number | null>>): Row {
  return { what, unit, values: { ...NONE, ...values } }
}

function medians(figures: Figures<ContenderName>): Record<ContenderName, number | null> {
  const find = (name: ContenderName): number | null => {
    const values = figures.get(name)
    return values.length === 0 ? null : findMedian(values)
  }
  return { action: find('action'), cli: find('cli'), curl: find('curl'), floor: find('floor') }
}
