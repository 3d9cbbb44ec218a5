import type { Root } from 'hast'
import { renderSummary } from '../../src/reports/summary/render-summary.ts'
import { buildView } from './build-report.ts'
import { parseAsGitHub } from './render-as-github.ts'
import { SCENARIOS } from './scenarios.ts'

const pages = new Map<string, Root>()

/** The page that GitHub makes of a scenario's summary; made once, as several tests look at it. */
export function findPage(name: string): Root {
  const page =
    pages.get(name) ?? parseAsGitHub(renderSummary(buildView(SCENARIOS[name] ?? { sessions: [] }), 1_048_576))
  pages.set(name, page)
  return page
}

/** The pages of all scenarios but those with hundreds of sessions. */
export function listPages(): Root[] {
  const names = Object.keys(SCENARIOS).filter((name) => (SCENARIOS[name]?.sessions.length ?? 0) < 100)
  return names.map(findPage)
}
