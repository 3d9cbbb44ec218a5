import { writeNews } from '../../diagnosis/describe-check-news.ts'
import type { Redact } from '../../secrets/redact.ts'
import { cleanXml } from '../../text/neutralise-blocks.ts'
import { foldText } from '../../text/neutralise-text.ts'
import { writeXml, type XmlElement } from '../../text/write-xml.ts'
import type { JudgedSession } from '../../verdict/verdict.ts'
import type { CheckView } from '../views/check-view.ts'
import type { GateReport } from '../views/gate-report.ts'
import type { ReportView } from '../views/report-view.ts'
import { formatSeconds, type TestCase } from './junit-cases.ts'
import {
  buildGateCases,
  buildSessionCases,
  isRed,
  type OwnedCase,
  type SessionCases,
} from './junit-suites.ts'

/**
 * The report as JUnit XML: sessions as suites, their check runs as cases, failed attempts as the rerun
 * elements of Maven Surefire. Valid against the schema of Jenkins' xUnit plugin (junit-10.xsd). A reporter shows it red
 * when the step fails, whatever the reason, and never otherwise.
 */
export function renderJUnitReport(
  { report, notPassed, remarkable, plain }: ReportView,
  redact: Redact,
): string {
  const views = [...notPassed, ...remarkable, ...plain]
  const own = findOwnViews(views)
  const judgedSessions = new Set(views.flatMap(({ judged }) => judged.sessions))
  const sessions = [...judgedSessions].map((judged) =>
    buildSessionCases(judged, own.get(judged) ?? null, report),
  )
  tellApart(sessions.flatMap(({ cases }) => cases))
  const hasRed = sessions.some(({ cases }) => cases.some(({ testCase }) => isRed(testCase)))
  const gate = buildGateCases(report, hasRed)
  const suites = [
    ...(gate.length > 0 ? [buildSuite('Checkly Gate', gate, {}, null, null)] : []),
    ...sessions.map((session) => buildSessionSuite(session, report)),
  ]
  const total = (count: (suite: Suite) => number): number => suites.reduce((sum, it) => sum + count(it), 0)
  const root = {
    '@name': 'Checkly',
    '@tests': total((suite) => suite.testcase.length),
    '@failures': total((suite) => suite['@failures']),
    '@errors': total((suite) => suite['@errors']),
    '@time': formatSeconds(report.verdict.timeElapsedMs ?? report.waitedMs),
    testsuite: suites,
  }
  // Not the finished text: a secret may be a word of the format, such as `failure`.
  return writeXml('testsuites', root, redact)
}

interface Suite extends XmlElement {
  '@name': string
  '@tests': number
  '@failures': number
  '@errors': number
  '@skipped': number
  '@time': string
  testcase: TestCase[]
}

/** The view that a session of one check has of its own, or a session in which none shows what became of it. */
function findOwnViews(views: readonly CheckView[]): Map<JudgedSession, CheckView> {
  const own = new Map<JudgedSession, CheckView>()
  for (const view of views) {
    const { check, sessions } = view.judged
    const [only] = sessions
    if (only !== undefined && sessions.length === 1 && check === (only.session?.check ?? null))
      own.set(only, view)
  }
  return own
}

/**
 * Readers take cases of one class and name for one case, of which they show the last: those get a part of the check's
 * id, or else of the session's, or else a number.
 */
function tellApart(cases: readonly OwnedCase[]): void {
  for (let round = 0; round < 3; round += 1) {
    const same = new Map<string, OwnedCase[]>()
    for (const it of cases) {
      const key = `${it.testCase['@classname']}\n${it.testCase['@name']}`
      const known = same.get(key)
      if (known === undefined) same.set(key, [it])
      else known.push(it)
    }
    for (const group of same.values()) {
      if (group.length === 1) continue
      for (const [index, { testCase, ids, named }] of group.entries()) {
        const id = round < 2 ? cleanXml(ids[round] ?? '', 100).slice(0, 8) : `${index + 1}`
        if (id !== '') testCase[named] += ` [${id}]`
      }
    }
  }
}

function buildSessionSuite({ judged, view, cases }: SessionCases, { startedHere }: GateReport): Suite {
  const { session } = judged
  const properties = {
    sessionId: judged.id,
    link: session?.link ?? '',
    status: view?.status ?? judged.status,
    checkId: session?.check?.id ?? '',
    checkType: session?.check?.type ?? '',
    runSource: session?.source ?? '',
    startedHere: String(startedHere),
    ...(view !== null &&
      view.news.length > 0 && {
        new: view.isNew === null ? 'unknown' : String(view.isNew),
        history: view.news.map(writeNews).join('. '),
      }),
  }
  return {
    ...buildSuite(
      view?.name || session?.name || judged.id,
      cases.map(({ testCase }) => testCase),
      properties,
      session?.elapsedMs ?? null,
      session?.startedAtMs ?? null,
    ),
    '@id': cleanXml(judged.id, 100),
  }
}

/** Times in milliseconds, the start since 1970; null when they are not known. */
function buildSuite(
  name: string,
  cases: TestCase[],
  properties: Readonly<Record<string, string>>,
  tookMs: number | null,
  startedMs: number | null,
): Suite {
  return {
    '@name': cleanXml(foldText(name, 300)),
    '@tests': cases.length,
    '@failures': cases.filter((it) => it.failure !== undefined).length,
    '@errors': cases.filter((it) => it.error !== undefined).length,
    '@skipped': cases.filter((it) => it.skipped !== undefined).length,
    '@time': formatSeconds(tookMs ?? 0),
    ...(startedMs === null ? {} : { '@timestamp': new Date(startedMs).toISOString() }),
    properties: {
      property: Object.entries(properties).map(([key, value]) => ({
        '@name': key,
        '@value': cleanXml(value, 2000),
      })),
    },
    testcase: cases,
  }
}
