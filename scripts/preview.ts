import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { renderSummary } from '../src/reports/summary/render-summary.ts'
import { buildView } from '../testing/reports/build-report.ts'
import { MERMAID_SCRIPT } from '../testing/reports/load-mermaid.ts'
import { SCENARIOS } from '../testing/reports/scenarios.ts'
import { findChromium, takeScreenshots } from '../testing/reports/take-screenshots.ts'
import { renderPage } from './preview/render-page.ts'

/*
 * npm run preview: renders sample summaries into one HTML page as GitHub shows them, and takes pictures
 * of them where there is a Chromium. Needs no network.
 * npm run preview -- NAME …: only these.
 */

const MOST_SUMMARY_BYTES = 1_048_576
const folder = resolve(import.meta.dirname, '../.preview')
const wanted = process.argv.slice(2)
const known = Object.keys(SCENARIOS)
const names = wanted.length === 0 ? known : wanted
for (const name of names) {
  if (known.includes(name)) continue
  console.error(`There is no scenario "${name}". There are: ${known.join(', ')}`)
  process.exit(1)
}

const sections = names.map((name) => {
  const markdown = renderSummary(buildView(SCENARIOS[name] ?? { sessions: [] }), MOST_SUMMARY_BYTES)
  return { name, markdown }
})

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const page = join(folder, 'index.html')
writeFileSync(page, renderPage(sections))
for (const { name, markdown } of sections) writeFileSync(join(folder, `${name}.md`), markdown)
const require = createRequire(import.meta.url)
copyFileSync(require.resolve('github-markdown-css/github-markdown.css'), join(folder, 'github-markdown.css'))
copyFileSync(MERMAID_SCRIPT, join(folder, 'mermaid.js'))
console.log(`${sections.length} summaries: ${page}`)

const chromium = findChromium()
if (chromium === null) {
  console.log('No Chromium found, so no pictures were taken. CHROMIUM=/path/to/chromium names one.')
} else {
  const pictures = await takeScreenshots(chromium, page, folder)
  console.log(`${pictures.length} pictures beside it: NAME.light.png, NAME.dark.png, NAME.phone.png`)
}
