import * as v from 'valibot'
import type { FailureDetails } from './failure-details.ts'
import { loose } from './loose.ts'
import { toExcerpt, toFact, toLine } from './read-values.ts'

const locationSchema = v.fallback(
  v.nullish(v.object({ file: v.fallback(v.string(), ''), line: loose, column: loose })),
  null,
)

/**
 * Errors of runs are free-form: a text, an object with message and stack, or such an object under
 * `error`, beside the test's title and file.
 */
const errorSchema = v.object({
  message: loose,
  stack: loose,
  snippet: loose,
  location: locationSchema,
  error: loose,
  testTitle: loose,
  title: loose,
  testFile: loose,
  projectName: loose,
})

type RunError = v.InferOutput<typeof errorSchema>

/** `/app/tests/cart.spec.ts:36:51`, in a stack or at the end of a message. */
const STACK_FRAME = /(?:^|[\s(])((?:file:\/\/)?[^\s():]{1,300}\.[cm]?[jt]sx?:\d{1,7}:\d{1,7})\)?/gm

/** The first error of a browser, multistep, Playwright or agentic run; null when there is none. */
export function readRunError(errors: readonly unknown[]): FailureDetails | null {
  const outer = readError(errors[0])
  if (outer === null) return null
  const inner = outer.error === undefined ? outer : (readError(outer.error) ?? outer)
  const message = toExcerpt(inner.message ?? inner.stack)
  if (message === '') return null
  const expected = findLabel(message, 'Expected')
  const actual = findLabel(message, 'Received')
  return {
    reason: describeError(message, expected, actual),
    facts: [
      ...toFact('Test', outer.testTitle ?? outer.title),
      ...toFact('Project', outer.projectName),
      ...toFact('At', findLocation(inner, outer)),
      ...(errors.length > 1 ? toFact('Errors', `${errors.length}, the first is shown`) : []),
    ],
    assertions: [],
    excerpt: composeExcerpt(message, inner.snippet ?? outer.snippet),
  }
}

function readError(value: unknown): RunError | null {
  const parsed = v.safeParse(errorSchema, typeof value === 'string' ? { message: value } : value)
  return parsed.success ? parsed.output : null
}

function describeError(message: string, expected: string, actual: string): string {
  const firstLine = message.slice(0, message.indexOf('\n') >>> 0).replace(/^(?:Error|AssertionError): /, '')
  const reason = toLine(firstLine, 200)
  return expected === '' || actual === '' ? reason : `${reason}: expected ${expected}, was ${actual}`
}

/** The value of a line such as `Expected string: "200"` in an assertion's message; '' if there is none. */
function findLabel(message: string, label: 'Expected' | 'Received'): string {
  const line = new RegExp(`^\\s*${label}(?: [a-z]+)?: +(.+)$`, 'm').exec(message)?.[1]
  return toLine(line, 100)
}

function findLocation(inner: RunError, outer: RunError): string {
  const location = inner.location ?? outer.location
  if (location?.file) {
    return [location.file, location.line, location.column]
      .map((it) => toLine(it, 200))
      .filter(Boolean)
      .join(':')
  }
  const text = `${toExcerpt(inner.stack)}\n${toExcerpt(inner.message)}`
  const frames = [...text.matchAll(STACK_FRAME)].map((match) => match[1] ?? '')
  const own = frames.find((frame) => !frame.includes('node_modules') && !frame.includes('node:'))
  return own ?? toLine(outer.testFile, 200)
}

/** The message with the code around it; nothing when the reason says it all. */
function composeExcerpt(message: string, snippet: unknown): string {
  const code = toExcerpt(snippet)
  if (code !== '' && !message.includes(code)) return `${message}\n\n${code}`
  return message.includes('\n') ? message : ''
}
