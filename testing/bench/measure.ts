import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SessionOptions } from '../../simulator/build-session.ts'
import { ACTION_ENTRY, type Contender, type ContenderName } from './contenders.ts'
import { PROBE, type Run, run, start, type Usage } from './launch.ts'
import { type StandIn, startStandIn } from './stand-in.ts'
import { findMedian } from './statistics.ts'

/** A median of each contender that took part. */
export type Medians = Partial<Record<ContenderName, number>>

const TRACER = join(import.meta.dirname, 'trace-files.cjs')

/**
 * Measures each contender in turn, in so many rounds, each of which begins with another one: what the machine does
 * beside falls on all of them alike. A first round is for warming up.
 * @param measure - figures of one run, by name
 * @returns the medians, by the names of the figures
 */
export async function measureInTurns<Name extends string>(
  standIn: StandIn,
  contenders: readonly Contender[],
  rounds: number,
  measure: (contender: Contender) => Promise<Record<Name, number>>,
): Promise<Record<Name, Medians>> {
  const figures = new Map<Name, Map<ContenderName, number[]>>()
  for (let round = 0; round <= rounds; round += 1) {
    for (let place = 0; place < contenders.length; place += 1) {
      const contender = contenders[(round + place) % contenders.length] as Contender
      await standIn.reset()
      const measured = Object.entries(await measure(contender)) as [Name, number][]
      for (const [name, value] of round === 0 ? [] : measured) {
        const ofAll = figures.get(name) ?? new Map<ContenderName, number[]>()
        ofAll.set(contender.name, [...(ofAll.get(contender.name) ?? []), value])
        figures.set(name, ofAll)
      }
    }
  }
  const medians = [...figures].map(([name, ofAll]) => {
    return [name, Object.fromEntries([...ofAll].map(([of, values]) => [of, findMedian(values)]))] as const
  })
  return Object.fromEntries(medians) as Record<Name, Medians>
}

/** Runs that find one session ended already: ms to the first request and to the exit. */
export function measureStart(standIn: StandIn, contenders: readonly Contender[], rounds: number) {
  return measureInTurns(standIn, contenders, rounds, async (contender) => {
    const { startedAtMs, tookMs } = await run(await contender.prepare(standIn, [{ ended: true }]))
    const requests = await standIn.listRequests()
    return {
      firstRequest: Math.min(...requests.map(({ arrivedAtMs }) => arrivedAtMs)) - startedAtMs,
      exit: tookMs,
    }
  })
}

/**
 * Sessions that end at random moments between `fromMs` and `toMs`, the last at the latest moment: ms from the last end
 * to the exit, and the peak of memory in bytes.
 * @param withMemory - loads a probe into Node; without it nothing is loaded, and the memory is NaN
 */
export function measureLag(
  standIn: StandIn,
  contenders: readonly Contender[],
  rounds: number,
  { count, fromMs, toMs }: { count: number; fromMs: number; toMs: number },
  withMemory: boolean,
) {
  return measureInTurns(standIn, contenders, rounds, async (contender) => {
    const sessions = Array.from({ length: count }, (_, index): SessionOptions => {
      const isLast = index === 0 && count > 1
      return { durationMs: isLast ? toMs : Math.round(fromMs + Math.random() * (toMs - fromMs)) }
    })
    const ended = await run(await contender.prepare(standIn, sessions), withMemory ? PROBE : undefined)
    return { lag: ended.exitedAtMs - (await standIn.findLastEnd()), memory: readPeak(ended) }
  })
}

/** Sessions that have ended already: ms to the exit, and the peak of memory in bytes. */
export function measureEnded(
  standIn: StandIn,
  contenders: readonly Contender[],
  rounds: number,
  count: number,
) {
  return measureInTurns(standIn, contenders, rounds, async (contender) => {
    const sessions = Array.from({ length: count }, () => ({ ended: true }))
    const ended = await run(await contender.prepare(standIn, sessions), PROBE)
    return { exit: ended.tookMs, memory: readPeak(ended) }
  })
}

function readPeak({ report }: Run): number {
  return (report as Usage | null)?.peakBytes ?? Number.NaN
}

/**
 * One session of so many ms, awaited by all side by side, each on a stand-in of its own: a process that waits is idle.
 * Requests a minute are those of the whole minutes.
 */
export async function measureWait(
  contenders: readonly Contender[],
  durationMs: number,
): Promise<Record<'lag' | 'polls' | 'snapshots', Medians>> {
  const waits = await Promise.all(
    contenders.map(async (contender) => {
      const standIn = await startStandIn()
      const ended = await run(await contender.prepare(standIn, [{ durationMs }]))
      const requests = await standIn.listRequests()
      const lag = ended.exitedAtMs - (await standIn.findLastEnd())
      await standIn.stop()
      const firstAtMs = requests.find(({ route }) => route === 'completion')?.arrivedAtMs ?? 0
      const minutes = Math.max(1, Math.floor(durationMs / 60_000))
      const inTime = requests.filter(({ arrivedAtMs }) => arrivedAtMs < firstAtMs + minutes * 60_000)
      const count = (route: string): number => inTime.filter((one) => one.route === route).length / minutes
      return { name: contender.name, lag, polls: count('completion'), snapshots: count('snapshot') }
    }),
  )
  const pick = (what: 'lag' | 'polls' | 'snapshots'): Medians =>
    Object.fromEntries(waits.map((wait) => [wait.name, wait[what]]))
  return { lag: pick('lag'), polls: pick('polls'), snapshots: pick('snapshots') }
}

/** What a run with one finished session loads as modules, Node's own apart: bytes and files. */
export async function measureLoaded(
  standIn: StandIn,
  contender: Contender,
): Promise<{ bytes: number; files: number }> {
  await standIn.reset()
  const { report } = await run(await contender.prepare(standIn, [{ ended: true }]), TRACER)
  const paths = (report as string[]).map((url) => fileURLToPath(url)).filter((path) => path !== TRACER)
  return { bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0), files: paths.length }
}

/** Bytes of the files in a folder and below it, links left out, and how many npm packages lie there. */
export function measureFolder(folder = dirname(ACTION_ENTRY)): { bytes: number; packages: number } {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((it) => it.isFile())
  // node_modules/name/package.json, or node_modules/@scope/name/package.json.
  const packages = files.filter(
    ({ name, parentPath }) =>
      name === 'package.json' && /node_modules\/(@[^/]+\/)?[^/]+$/.test(parentPath.replaceAll('\\', '/')),
  )
  const bytes = files.reduce((sum, { name, parentPath }) => sum + statSync(join(parentPath, name)).size, 0)
  return { bytes, packages: packages.length }
}

/** From the failure of the 80th of 100 sessions, of which the others run on, to the exit, in ms. */
export function measureFailFast(standIn: StandIn, contenders: readonly Contender[], rounds: number) {
  return measureInTurns(standIn, contenders, rounds, async (contender) => {
    const sessions = Array.from(
      { length: 100 },
      (_, index): SessionOptions =>
        index === 79 ? { durationMs: 3000, status: 'FAILED' } : { durationMs: 20_000 },
    )
    const { exitedAtMs, code, output } = await start(await contender.prepare(standIn, sessions)).done
    if (code === 0) throw new Error(`${contender.name} passed in spite of a failure:\n${output}`)
    const failed = (await standIn.listSessions()).find(({ status }) => status === 'FAILED')
    return { lag: exitedAtMs - (await standIn.findEnd(failed?.checkSessionId ?? '')) }
  })
}
