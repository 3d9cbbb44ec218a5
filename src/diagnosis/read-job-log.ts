import * as v from 'valibot'
import { loose } from './loose.ts'
import { toLines } from './read-values.ts'

/** One entry of a log: `{time, msg, level}` (seen in recorded results; the contract does not say). */
const entrySchema = v.object({ msg: loose, level: v.fallback(v.string(), '') })

type Entry = v.InferOutput<typeof entrySchema>

/** The last 500 entries are read: at the end, a run says why it ended. */
const MOST_ENTRIES = 500

/** At most 25 lines of the log are used. */
const MOST_LINES = 25

/** Above the error of a test, in the reporter's list of failures: `1) [chromium] › a.spec.ts:3:1 › pays`. */
const NUMBERED_TITLE = /^\s{0,20}\d{1,4}\) .{1,300} › /

/** Says that something failed, at whatever level: errors, npm, limits of the runner. */
const FAILURE =
  /^\s{0,20}(?:UserScript )?(?:[A-Z][A-Za-z]{0,40}Error|Error)\b.{0,60}?: |\bnpm (?:ERR!|error) |maximum (?:memory usage|run time)|heap out of memory|\bENOSPC\b|No tests found|worker process exited|Command failed|\bKilled$/m

/**
 * What the log of a run says about its failure, as the lines of an error's text; [] when it says nothing. Entries
 * of level ERROR count first; but runs of Playwright tell their failures at level INFO.
 */
export function readJobLog(log: unknown): string[] {
  const entries = readEntries(log).slice(-MOST_ENTRIES)
  const start = [isError, isTitle, isFailure].map((it) => entries.findIndex(it)).find((index) => index !== -1)
  if (start === undefined) return []
  const isMarked = isError(entries[start])
  const end = entries.findIndex((it, index) => index > start && isMarked && !isError(it))
  const told = entries.slice(start, end === -1 ? start + MOST_LINES : end)
  return told.flatMap(({ msg }) => toLines(msg)).slice(0, MOST_LINES)
}

/** The entries of level ERROR of one phase of an API check: `setup`, `request` or `teardown`. */
export function readPhaseError(log: unknown, phase: string): string[] {
  if (typeof log !== 'object' || log === null || !Object.hasOwn(log, phase)) return []
  const entries = readEntries((log as Readonly<Record<string, unknown>>)[phase]).slice(-MOST_ENTRIES)
  return toLines(entries.find(isError)?.msg)
}

function readEntries(log: unknown): Entry[] {
  if (typeof log === 'string') return [{ msg: log, level: '' }]
  if (Array.isArray(log)) {
    return log.flatMap((item: unknown) => {
      const parsed = v.safeParse(entrySchema, typeof item === 'string' ? { msg: item } : item)
      return parsed.success ? parsed.output : []
    })
  }
  return typeof log === 'object' && log !== null
    ? Object.values(log).filter(Array.isArray).flatMap(readEntries)
    : []
}

function isError(entry: Entry | undefined): boolean {
  return entry !== undefined && /^(?:ERROR|FATAL)$/i.test(entry.level) && readHead(entry).trim() !== ''
}

function isTitle(entry: Entry): boolean {
  return NUMBERED_TITLE.test(readHead(entry))
}

function isFailure(entry: Entry): boolean {
  return FAILURE.test(readHead(entry))
}

function readHead({ msg }: Entry): string {
  return typeof msg === 'string' ? msg.slice(0, 500) : ''
}
