import { fitLine, type Line } from '../../testing/bench/statistics.ts'

/** One panel: a quantity over the number of sessions. */
export interface Panel {
  title: string
  /** What the slope is in, e.g. `ms`. */
  unit: string
  action: [number, number][]
  cli: [number, number][]
}

const [WIDTH, HEIGHT] = [300, 240]
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 12, 64, 36]
/** Middle tones, which can be read on white and on black. */
const [TEXT, GRID, ACTION, CLI] = ['#7d8590', '#7d859055', '#2f81f7', '#db6d28']

/** Draws panels side by side as an SVG: the action as points with its fitted line, the CLI as rings. */
export function plotGrowth(panels: readonly Panel[]): string {
  const width = WIDTH * panels.length
  const drawn = panels.map((panel, index) => {
    return `<g transform="translate(${index * WIDTH} 0)">${drawPanel(panel)}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT + 26}" font-family="system-ui, sans-serif" font-size="11" fill="${TEXT}">
<title>Time, memory and requests against the number of sessions</title>
${drawn.join('\n')}
<g transform="translate(0 ${HEIGHT + 14})">
<circle cx="60" cy="-4" r="3.5" fill="${ACTION}"/><text x="70" y="0">this action, with its straight line</text>
<circle cx="280" cy="-4" r="5" fill="none" stroke="${CLI}" stroke-width="1.5"/><text x="290" y="0">the vendor's CLI</text>
</g>
</svg>
`
}

/** The line through a panel's points of the action. */
export function fitPanel(panel: Panel): Line {
  return fitLine(panel.action)
}

function drawPanel(panel: Panel): string {
  const all = [...panel.action, ...panel.cli]
  const mostX = Math.max(...all.map(([x]) => x))
  const step = chooseStep(Math.max(...all.map(([, y]) => y)) / 4)
  const mostY = step * Math.ceil(Math.max(...all.map(([, y]) => y)) / step)
  const toX = (x: number): string => (LEFT + (x / mostX) * (WIDTH - LEFT - RIGHT)).toFixed(1)
  const toY = (y: number): string => (HEIGHT - BOTTOM - (y / mostY) * (HEIGHT - TOP - BOTTOM)).toFixed(1)
  const line = fitPanel(panel)

  const parts = [
    `<text x="${LEFT}" y="20" font-size="13" font-weight="600">${panel.title}</text>`,
    `<text x="${LEFT}" y="38">${line.slope.toFixed(2)} ${panel.unit} for each session, R² ${line.rSquared.toFixed(3)}</text>`,
  ]
  for (let y = 0; y <= mostY; y += step) {
    parts.push(`<path d="M${LEFT} ${toY(y)}H${WIDTH - RIGHT}" stroke="${GRID}"/>`)
    parts.push(`<text x="${LEFT - 6}" y="${toY(y)}" dy="4" text-anchor="end">${y}</text>`)
  }
  for (let x = 0; x <= mostX; x += 100) {
    parts.push(`<text x="${toX(x)}" y="${HEIGHT - BOTTOM + 16}" text-anchor="middle">${x}</text>`)
  }
  parts.push(
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 4}" text-anchor="middle">sessions</text>`,
    `<path d="M${toX(0)} ${toY(line.intercept)}L${toX(mostX)} ${toY(line.intercept + line.slope * mostX)}" stroke="${ACTION}" stroke-width="1.5" fill="none"/>`,
    ...panel.cli.map(
      ([x, y]) =>
        `<circle cx="${toX(x)}" cy="${toY(y)}" r="5" fill="none" stroke="${CLI}" stroke-width="1.5"/>`,
    ),
    ...panel.action.map(([x, y]) => `<circle cx="${toX(x)}" cy="${toY(y)}" r="3.5" fill="${ACTION}"/>`),
  )
  return parts.join('\n')
}

/** The next of 1, 2, 5, 10, 20, … at or above a value. */
function chooseStep(atLeast: number): number {
  const power = 10 ** Math.floor(Math.log10(atLeast))
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= atLeast) ?? 10 * power
}
