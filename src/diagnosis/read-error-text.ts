import { foldText } from '../text/neutralise-text.ts'
import { joinFilled } from '../text/words.ts'
import { type CallLog, readCallLog } from './read-call-log.ts'

/** What the text of one error says. */
export interface ToldError {
  /** One line; '' when the text says nothing. */
  reason: string
  /** Title and project of the test, when the text begins with them. */
  title: string
  project: string
  /** Whether it says only that the time of the test, a hook or the check was up. */
  isTimeUp: boolean
}

/** Playwright's reporter and Checkly's older runtimes put the test above its error: `[chromium] › a.spec.ts:3:1 › pays`. */
const TITLE = /^(?:\d{1,5}\) )?(?:\[[^\]]{1,80}\] › |\S{1,300}\.[cm]?[jt]sx?(?::\d{1,7}){0,2} › )/

const PREFIX = /^(?:UserScript |Uncaught |(?:Timeout|Assertion)?Error(?: \[\w{1,60}\])?: )/

/** Where the message is over: a log, a snapshot, the answer's text, a stack, a code frame. */
const SECTION =
  /^(?:Call log|Aria snapshot|Response text|Browser logs|Logs):|^={3,} logs|^at \S|^>? ?\d{1,6} \|/

const TIME_UP =
  /^(?:Test timeout of|Worker teardown timeout of|"[^"]{1,80}" (?:hook|modifier) timeout of|Fixture "[^"]{1,200}" timeout of|Tearing down "[^"]{1,200}" exceeded|Your check run has reached the maximum run time)/i

/** Kinds of values that need no mention: `Expected string: "a"`. */
const PLAIN_KINDS = new Set(['', 'string', 'value', 'array', 'object', 'number'])

/**
 * What an error's text says went wrong, in one line: its first line, and of what follows the line that tells
 * (values of a matcher, the error behind it, a difference, the answer to a request, what a call waited for).
 * @param lines - without escape sequences
 */
export function readErrorText(lines: readonly string[]): ToldError {
  const trimmed = lines.map((line) => line.trim())
  let first = trimmed.findIndex((line) => line !== '')
  let [project, title] = ['', '']
  if (TITLE.test(trimmed[first] ?? '')) {
    ;({ project, title } = readTitle(trimmed[first] ?? ''))
    first = trimmed.findIndex((line, index) => index > first && line !== '')
  }
  const told = trimmed[first] ?? ''
  const head = foldText(stripPrefix(told).replace(/ \/\/ .{1,60}$/, ''), 200)
  if (head === '')
    return { reason: title === '' ? '' : `test failed: ${title}`, title, project, isTimeUp: false }
  const rest = trimmed.slice(first + 1)
  const end = rest.findIndex((line) => SECTION.test(line))
  const body = (end === -1 ? rest : rest.slice(0, end)).filter((line) => line !== '')
  const locator = readLabel(body, 'Locator').value
  const subject = nameSubject(head, body).replace('expect(locator)', () => `expect(${locator || 'locator'})`)
  const detail = describeValues(body) || describeLog(head, readCallLog(rest)) || describeRest(head, body)
  const isTimeUp = TIME_UP.test(head)
  const shown = detail === '' || isTimeUp ? subject : `${subject.replace(/[.:]$/, '')}: ${detail}`
  return { reason: foldText(shown, 500), title, project, isTimeUp }
}

/** An author's own message comes before the matcher that failed. */
function nameSubject(head: string, body: readonly string[]): string {
  if (head.startsWith('expect(')) return head
  const matcher = body.find((line) => /^expect\(.{1,300} failed$/.test(line)) ?? ''
  return joinFilled([head, foldText(matcher, 200)], ': ')
}

/** What a matcher says: `expected "a", was "b"`. */
function describeValues(body: readonly string[]): string {
  const expected = readLabel(body, 'Expected')
  const received = readLabel(body, 'Received')
  const error = body.find((line) => /^Error: (?!expect\()/.test(line))?.slice('Error: '.length) ?? ''
  const kind = PLAIN_KINDS.has(expected.kind) ? '' : `${expected.kind} `
  const wanted = expected.value === '' ? '' : `expected ${kind}${expected.value}`
  if (wanted !== '' && received.value !== '') return `${wanted}, was ${received.value}`
  if (error !== '') return joinFilled([wanted, foldText(error.replace(/:$/, ''), 250)], ', ')
  return describeDifference(body) || (received.value === '' ? '' : `received ${received.value}`)
}

/** The first line of each side of a difference: `expected "status": "ok", was "status": "down"`. */
function describeDifference(body: readonly string[]): string {
  const start = body.findIndex(
    (line, index) => /^- Expected/.test(line) && /^\+ Received/.test(body[index + 1] ?? ''),
  )
  if (start === -1) return ''
  const changes = body.slice(start + 2)
  const find = (sign: string): string =>
    foldText(
      changes
        .find((line) => line.startsWith(sign) && line.length > 1)
        ?.slice(1)
        .replace(/,$/, '') ?? '',
      120,
    )
  const [wanted, was] = [find('-'), find('+')]
  if (wanted === '') return was === '' ? '' : `not expected ${was}`
  return was === '' ? `expected ${wanted}, was not there` : `expected ${wanted}, was ${was}`
}

function describeLog(head: string, { request, response, waitedFor, obstacle }: CallLog): string {
  if (response !== '' && /toBeOK/.test(head)) return joinFilled([request, 'answered', response], ' ')
  if (!/exceeded|timed out/i.test(head) || waitedFor === '') return ''
  return joinFilled([head.includes(waitedFor) ? '' : waitedFor, obstacle], ': ')
}

/** The next line, when the first one says only that something failed, or announces it. */
function describeRest(head: string, body: readonly string[]): string {
  const isAnnounced =
    /:$/.test(head) || /^expect\(.{1,300} failed$/.test(head) || /^npm (?:ERR!|error) code/.test(head)
  return isAnnounced ? foldText(body[0] ?? '', 200) : ''
}

/** The value of a line such as `Expected string: "200"`, and what kind it says the value is; '' if there is none. */
function readLabel(body: readonly string[], label: string): { kind: string; value: string } {
  for (const line of body) {
    if (!line.startsWith(label)) continue
    const [, kind = '', value = ''] = /^(?: ([a-z ]{1,30}))?:\s*(\S.*)$/.exec(line.slice(label.length)) ?? []
    if (value !== '') return { kind, value: foldText(value, label === 'Locator' ? 160 : 120) }
  }
  return { kind: '', value: '' }
}

function readTitle(line: string): { project: string; title: string } {
  const parts = line
    .replace(/^\d{1,5}\) /, '')
    .replace(/[ ─]+$/, '')
    .split(' › ')
  const project = /^\[(.{1,80})\]$/.exec(parts[0] ?? '')?.[1] ?? ''
  const titles = parts.filter(
    (part, index) => !(index === 0 && project !== '') && !/\.[cm]?[jt]sx?(?::\d+){0,2}$/.test(part),
  )
  return { project, title: foldText(titles.join(' › '), 200) }
}

function stripPrefix(line: string): string {
  let rest = line
  for (let count = 0; count < 3; count += 1) rest = rest.replace(PREFIX, '')
  return rest
}
