import { VENDOR_CLI_VERSION } from '../../../simulator/vendor-cli.ts'
import { formatFigure } from '../render-table.ts'
import { computeLeastMs, computeSustainedMs, type LimitRun } from './measure-limit.ts'

/** One line: what was asked for, what it came to beside the CLI, and whether it holds; null when nothing is demanded. */
export interface Finding {
  what: string
  action: string
  cli: string
  wanted: string
  holds: boolean | null
}

/** Renders findings as a Markdown table. */
export function renderFindings(findings: readonly Finding[]): string {
  const lines = findings.map(({ what, action, cli, wanted, holds }) => {
    const verdict = holds === null ? '' : holds ? 'yes' : '**no**'
    return `| ${[what, action, cli, wanted, verdict].join(' | ')} |`
  })
  return [
    `| | This action | Checkly's CLI ${VENDOR_CLI_VERSION} | Wanted | Holds |`,
    '| --- | ---: | ---: | ---: | --- |',
    ...lines,
  ].join('\n')
}

/** What two runs against the enforced limit came to. `share` is how many requests a window are left. */
export function describeLimitRuns(title: string, share: number, action: LimitRun, cli: LimitRun): Finding[] {
  const [least, sustained] = [computeLeastMs(share), computeSustainedMs(share)]
  const refusedShare = action.refused / action.requests
  return [
    {
      what: `${title}: start to exit`,
      action: describeTime(action),
      cli: describeTime(cli),
      wanted: `≤ ${formatFigure(1.2 * sustained, 'ms')}, before the CLI`,
      holds:
        action.code === 0 &&
        (action.tookMs ?? Number.POSITIVE_INFINITY) <= 1.2 * sustained &&
        (cli.code !== 0 || (action.tookMs ?? 0) < (cli.tookMs ?? Number.POSITIVE_INFINITY)),
    },
    {
      what: `… ÷ least time at the limit's rate (${formatFigure(sustained, 'ms')})`,
      action: describeRatio(action, sustained),
      cli: describeRatio(cli, sustained),
      wanted: '≤ 1.2',
      holds: (action.tookMs ?? Number.POSITIVE_INFINITY) <= 1.2 * sustained,
    },
    {
      what: `… ÷ least time for a client with foresight (${formatFigure(least, 'ms')})`,
      action: describeRatio(action, least),
      cli: describeRatio(cli, least),
      wanted: '',
      holds: null,
    },
    {
      what: '… requests, of which refused',
      action: describeRefused(action),
      cli: describeRefused(cli),
      wanted: '< 5 % refused',
      holds: refusedShare < 0.05,
    },
    {
      what: '… verdict over all 1,000',
      action: describeVerdict(action),
      cli: describeVerdict(cli),
      wanted: 'passed',
      holds: action.code === 0,
    },
    ...(action.others === 0
      ? []
      : [
          {
            what: '… requests of the other client, of which refused',
            action: `${action.others}, ${action.othersRefused}`,
            cli: `${cli.others}, ${cli.othersRefused}`,
            wanted: '',
            holds: null,
          },
        ]),
  ]
}

/** A run without a verdict over all has not needed its time: it gave up. */
function describeTime({ tookMs, code }: LimitRun): string {
  if (tookMs === null) return 'ended after 6 min'
  return `${code === 0 ? '' : 'gave up after '}${formatFigure(tookMs, 'ms')}`
}

function describeRatio({ tookMs, code }: LimitRun, base: number): string {
  return tookMs === null || code !== 0 ? '–' : (tookMs / base).toFixed(2)
}

function describeRefused({ requests, refused }: LimitRun): string {
  return `${requests}, ${refused} (${((100 * refused) / requests).toFixed(1)} %)`
}

function describeVerdict({ code, lastLine }: LimitRun): string {
  return code === 0 ? 'passed' : `exit ${code}: ${lastLine.trim()}`
}
