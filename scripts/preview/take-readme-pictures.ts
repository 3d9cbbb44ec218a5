import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium, QUIET_FLAGS } from '../../testing/reports/take-screenshots.ts'

/*
 * node scripts/preview/take-readme-pictures.ts, after npm run preview: takes the pictures of docs/images anew, sharp
 * on fine screens. They are kept with 256 colours each (Pillow's `quantize(256)`), a third as large and alike.
 */

/** What the README shows; `until` is where a long page is cut off. */
const PICTURES = [
  { name: 'summary-failed', scenario: 'one-failed-of-five-locations', width: 960, until: null },
  { name: 'summary-many', scenario: 'forty-new-known-and-not-known', width: 960, until: null },
  { name: 'summary-phone', scenario: 'one-failed-of-five-locations', width: 390, until: null },
] as const

const folder = resolve(import.meta.dirname, '../../docs/images')
const page = resolve(import.meta.dirname, '../../.preview/index.html')
const executablePath = findChromium()
if (executablePath === null) throw new Error('No Chromium found. CHROMIUM=/path/to/chromium names one.')
const browser = await chromium.launch({ executablePath, args: QUIET_FLAGS })
for (const { name, scenario, width, until } of PICTURES) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const tab = await browser.newPage({
      viewport: { width, height: 800 },
      deviceScaleFactor: 2,
      colorScheme,
    })
    await tab.goto(pathToFileURL(page).href)
    await tab.waitForSelector('body[data-drawn]', { timeout: 60_000 })
    const article = tab.locator(`article[data-name="${scenario}"]`)
    const box = await article.boundingBox()
    const end = until === null ? null : await article.locator(until).boundingBox()
    if (box === null) throw new Error(`There is no ${scenario} in ${page}.`)
    const height = end === null ? box.height : end.y - box.y
    const path = join(folder, `${name}-${colorScheme}.png`)
    await tab.screenshot({ path, fullPage: true, clip: { ...box, height } })
    await tab.close()
  }
}
await browser.close()
