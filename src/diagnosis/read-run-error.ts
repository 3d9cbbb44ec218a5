import * as v from 'valibot'
import type { ReadDetails } from './failure-details.ts'
import { findFailingLine } from './find-failing-line.ts'
import { loose } from './loose.ts'
import { readErrorText, type ToldError } from './read-error-text.ts'
import { toExcerpt, toFact, toLine, toLines } from './read-values.ts'

const locationSchema = v.fallback(
  v.nullish(v.object({ file: v.fallback(v.string(), ''), line: loose, column: loose })),
  null,
)

/**
 * Errors of runs are free-form: a text, an object with message and stack (or with the value that was thrown),
 * or such an object under `error`, beside the test's title and file.
 */
const errorSchema = v.object({
  name: loose,
  message: loose,
  stack: loose,
  value: loose,
  cause: loose,
  snippet: loose,
  location: locationSchema,
  error: loose,
  testTitle: loose,
  title: loose,
  testFile: loose,
  projectName: loose,
})

type RunError = v.InferOutput<typeof errorSchema>

/** One entry of `errors` that says something. */
interface Entry {
  outer: RunError
  inner: RunError
  text: string
  told: ToldError
}

/** `/app/tests/cart.spec.ts:36:51`, in a stack or at the end of a message. */
const STACK_FRAME = /(?:^|[\s(])((?:file:\/\/)?[^\s():]{1,300}\.[cm]?[jt]sx?:\d{1,7}:\d{1,7})\)?/g

/** Names that say nothing which the message does not. */
const PLAIN_NAMES = /^(?:|Error|AssertionError|TimeoutError|ExpectError)$/

/**
 * What the errors of a browser, multistep, Playwright or agentic run say; null when they say nothing. The first
 * that says something is shown; when it says only that the time was up, the first that says what hung.
 */
export function readRunError(errors: readonly unknown[]): ReadDetails | null {
  const entries = errors.slice(0, 100).flatMap(readEntry)
  const shown = entries.find(({ told }) => !told.isTimeUp) ?? entries[0]
  if (shown === undefined) return null
  const { outer, inner, text, told } = shown
  const count = entries.length
  const which = shown === entries[0] ? 'the first' : 'the one that tells most'
  return {
    reason: told.isTimeUp ? told.reason : addTimeUp(told.reason, entries),
    facts: [
      ...toFact('Test', outer.testTitle ?? outer.title ?? told.title),
      ...toFact('Project', outer.projectName ?? told.project),
      ...toFact('At', findLocation(inner, outer, text)),
      ...toFact('Code', findFailingLine(text, inner.snippet ?? outer.snippet)),
      ...(count > 1 ? toFact('Errors', `${count}, ${which} is shown`) : []),
    ],
    assertions: [],
    excerpt: composeExcerpt(text, inner.snippet ?? outer.snippet),
  }
}

function readEntry(value: unknown): Entry[] {
  const outer = readError(value)
  if (outer === null) return []
  const inner = readError(outer.error) ?? outer
  const text = readText(inner)
  const title = toLine(outer.testTitle ?? outer.title, 200)
  const told = readErrorText(text === '' ? [] : text.split('\n'))
  if (told.reason !== '')
    return [{ outer, inner, text, told: { ...told, reason: addCause(told.reason, inner) } }]
  return title === '' ? [] : [{ outer, inner, text, told: { ...told, reason: `test failed: ${title}` } }]
}

/** The message, or the stack when a message was folded to one line that the stack has whole. */
function readText({ name, message, stack, value }: RunError): string {
  const told = toLines(message)
  const trace = toLines(stack)
  const frame = trace.findIndex((line) => /^\s+at \S/.test(line))
  const whole = frame === -1 ? trace : trace.slice(0, frame)
  const text = told.join('\n').trimEnd()
  if (text === '') return trace.join('\n').trimEnd() || toLine(value, 2000).replace(/^(['"`])(.*)\1$/, '$2')
  const isFolded = !text.includes('\n') && whole.length > 1 && text.startsWith(whole[0] ?? text)
  if (isFolded) return whole.join('\n').trimEnd()
  const kind = toLine(name, 60)
  return PLAIN_NAMES.test(kind) || text.startsWith(kind) ? text : `${kind}: ${text}`
}

/** An error behind the error: `fetch failed: connect ECONNREFUSED 203.0.113.9:443`. */
function addCause(reason: string, { cause }: RunError): string {
  const behind = readError(cause)
  const told = behind === null ? '' : readErrorText(readText(behind).split('\n')).reason
  return told === '' || reason.includes(told) ? reason : `${reason}: ${told}`
}

/** Says that the time was up behind what was going on then, unless that says it. */
function addTimeUp(reason: string, entries: readonly Entry[]): string {
  const timeUp = entries.find(({ told }) => told.isTimeUp)?.told.reason ?? ''
  return timeUp === '' || /timeout|timed out/i.test(reason)
    ? reason
    : `${reason} (${timeUp.replace(/\.$/, '')})`
}

function readError(value: unknown): RunError | null {
  const parsed = v.safeParse(errorSchema, typeof value === 'string' ? { message: value } : value)
  return parsed.success ? parsed.output : null
}

function findLocation(inner: RunError, outer: RunError, text: string): string {
  const location = inner.location ?? outer.location
  if (location?.file) {
    return [location.file, location.line, location.column]
      .map((it) => toLine(it, 200))
      .filter(Boolean)
      .join(':')
  }
  const lines = [...toLines(inner.stack), ...text.split('\n')]
  const frames = lines.flatMap((line) => [...line.matchAll(STACK_FRAME)].map((match) => match[1] ?? ''))
  const own = frames.find((frame) => !/node_modules|node:|\/checkly\/functions\//.test(frame))
  return own ?? toLine(outer.testFile, 200)
}

/** The message with the code around it; nothing when the reason says it all. */
function composeExcerpt(text: string, snippet: unknown): string {
  const message = toExcerpt(text)
  const code = toExcerpt(snippet)
  if (code !== '' && !message.includes(code)) return message === '' ? code : `${message}\n\n${code}`
  return message.includes('\n') ? message : ''
}
