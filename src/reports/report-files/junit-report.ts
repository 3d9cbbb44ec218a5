import XMLBuilder from 'fast-xml-builder'
import { cleanXml } from '../../text/neutralise-blocks.ts'
import { foldText } from '../../text/neutralise-text.ts'
import type { GateReport } from '../gate-report.ts'
import { buildReportView } from '../views/report-view.ts'
import type { SessionView } from '../views/session-view.ts'
import { buildTestCases, formatSeconds, type TestCase } from './junit-cases.ts'

/**
 * The report as JUnit XML: sessions as suites, locations as cases, failed attempts as the rerun
 * elements of Maven Surefire. Valid against the schema of Jenkins' xUnit plugin (junit-10.xsd).
 */
export function renderJUnitReport(report: GateReport): string {
  const { stopped, remarkable, plain } = buildReportView(report)
  const suites = [...stopped, ...remarkable, ...plain].map((view) => buildSuite(view, report))
  const total = (count: (suite: Suite) => number): number => suites.reduce((sum, it) => sum + count(it), 0)
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
    suppressEmptyNode: true,
    suppressBooleanAttributes: false,
  })
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': 'Checkly',
      '@tests': total((suite) => suite.testcase.length),
      '@failures': total((suite) => suite['@failures']),
      '@errors': total((suite) => suite['@errors']),
      '@time': formatSeconds(report.verdict.timeElapsedMs ?? report.waitedMs),
      testsuite: suites,
    },
  })
}

interface Suite {
  '@name': string
  '@tests': number
  '@failures': number
  '@errors': number
  '@skipped': number
  '@time': string
  '@timestamp': string
  '@id': string
  properties: { property: { '@name': string; '@value': string }[] }
  testcase: TestCase[]
}

function buildSuite(view: SessionView, { startedHere, details }: GateReport): Suite {
  const { session } = view.fate
  const cases = buildTestCases(view, details)
  const properties = {
    sessionId: view.fate.id,
    link: view.link,
    status: view.status,
    checkId: session?.checkId ?? '',
    checkType: session?.checkType ?? '',
    runSource: session?.runSource ?? '',
    startedHere: String(startedHere),
  }
  return {
    '@name': cleanXml(foldText(view.name, 300)),
    '@tests': cases.length,
    '@failures': cases.filter((it) => it.failure !== undefined).length,
    '@errors': cases.filter((it) => it.error !== undefined).length,
    '@skipped': cases.filter((it) => it.skipped !== undefined).length,
    '@time': formatSeconds(view.tookMs ?? 0),
    '@timestamp': cleanXml(session?.startedAt ?? '', 40),
    '@id': cleanXml(view.fate.id, 100),
    properties: {
      property: Object.entries(properties).map(([name, value]) => ({
        '@name': name,
        '@value': cleanXml(value, 2000),
      })),
    },
    testcase: cases,
  }
}
