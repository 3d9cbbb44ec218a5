import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where Linux distributions put a Chromium; `CHROMIUM` names another. */
const USUAL_PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Flags for a browser that opens local pages only. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The ways in which people look at a summary; widths in CSS pixels. */
const LOOKS = [
  { name: 'light', colorScheme: 'light', width: 960 },
  { name: 'dark', colorScheme: 'dark', width: 960 },
  { name: 'phone', colorScheme: 'light', width: 390 },
] as const

/** More of a long page is cut off, in CSS pixels. */
const MOST_HEIGHT = 2400

/** The path of a Chromium on this machine, or null. */
export function findChromium(): string | null {
  const paths = process.env['CHROMIUM'] === undefined ? USUAL_PATHS : [process.env['CHROMIUM']]
  return paths.find((path) => existsSync(path)) ?? null
}

/**
 * Takes pictures of each summary on the page: light, dark and at a phone's width.
 * @returns the paths of the pictures
 * @throws when a diagram could not be drawn, or a phone's reader would have to scroll sideways
 */
export async function takeScreenshots(
  executablePath: string,
  page: string,
  folder: string,
): Promise<string[]> {
  const browser = await chromium.launch({ executablePath, args: QUIET_FLAGS })
  try {
    const paths: string[] = []
    for (const look of LOOKS) paths.push(...(await takeLook(browser, look, page, folder)))
    return paths
  } finally {
    await browser.close()
  }
}

async function takeLook(
  browser: Browser,
  look: (typeof LOOKS)[number],
  path: string,
  folder: string,
): Promise<string[]> {
  const page = await browser.newPage({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.colorScheme,
  })
  await page.goto(pathToFileURL(path).href)
  await page.waitForSelector('body[data-drawn]', { timeout: 60_000 })
  const failure = await page.getAttribute('body', 'data-failed')
  if (failure !== null) throw new Error(`A diagram could not be drawn: ${failure}`)
  if (look.name === 'phone') await refuseSideways(page)
  const paths: string[] = []
  for (const article of await page.locator('article').all()) {
    const name = await article.getAttribute('data-name')
    // Alone on the page: a picture of a part of a page of a hundred screens takes half a minute.
    await page.locator('article').evaluateAll((all, shown) => {
      for (const it of all) it.hidden = it.dataset['name'] !== shown
    }, name)
    const box = await article.boundingBox()
    if (box === null) continue
    const picture = join(folder, `${name}.${look.name}.png`)
    const height = Math.min(box.height, MOST_HEIGHT)
    await page.screenshot({ path: picture, fullPage: true, clip: { ...box, height }, timeout: 120_000 })
    paths.push(picture)
  }
  await page.close()
  return paths
}

/** Fails when anything but an excerpt, which keeps its lines, is wider than the screen, folded or not. */
async function refuseSideways(page: Page): Promise<void> {
  const folds = page.locator('details')
  await folds.evaluateAll((all) => all.map((it) => it.setAttribute('open', '')))
  const wide = await page
    .locator('article, article :not(pre, svg, svg *)')
    .evaluateAll((all) =>
      all
        .filter((it) => it.clientWidth > 0 && it.scrollWidth > it.clientWidth + 1)
        .map(
          (it) => `${it.closest('article')?.dataset['name']}: ${it.tagName} ${it.textContent.slice(0, 90)}`,
        ),
    )
  await folds.evaluateAll((all) => all.map((it) => it.removeAttribute('open')))
  if (wide.length > 0) throw new Error(`Wider than a phone:\n${wide.slice(0, 20).join('\n')}`)
}
