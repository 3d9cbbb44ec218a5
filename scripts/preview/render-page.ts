import { renderAsGitHub } from '../../testing/reports/render-as-github.ts'

/** One rendered summary. */
export interface PreviewSection {
  name: string
  markdown: string
}

/**
 * One page with every summary as GitHub shows it. It follows the browser's light or dark theme; the
 * diagrams are drawn by `mermaid.js` beside the page.
 */
export function renderPage(sections: readonly PreviewSection[]): string {
  const links = sections.map(({ name }) => `<a href="#${name}">${name}</a>`).join(' · ')
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Job summaries</title>
<link rel="stylesheet" href="github-markdown.css">
<style>
  :root { color-scheme: light dark }
  body { margin: 0; background: light-dark(#fff, #0d1117) }
  nav, h6 { font: 14px sans-serif; color: GrayText; padding: 8px 16px; margin: 0 }
  article { max-width: 900px; padding: 16px; margin: 0 auto 24px; border: 1px solid light-dark(#d1d9e0, #3d444d) }
</style>
</head>
<body>
<nav>${links}</nav>
${sections.map(renderSection).join('\n')}
<script src="mermaid.js"></script>
<script>${DRAW}</script>
</body>
</html>
`
}

function renderSection({ name, markdown }: PreviewSection): string {
  const kib = (Buffer.byteLength(markdown) / 1024).toFixed(1)
  return `<h6 id="${name}">${name} · ${kib} KiB</h6>\n<article class="markdown-body" data-name="${name}">${renderAsGitHub(markdown)}</article>`
}

/** Draws each diagram in the theme that GitHub chooses, and leaves its text where it cannot be drawn. */
const DRAW = `
const dark = matchMedia('(prefers-color-scheme: dark)').matches
mermaid.initialize({ startOnLoad: false, theme: dark ? 'dark' : 'default', suppressErrorRendering: true })
const drawings = [...document.querySelectorAll('code.language-mermaid')].map(async (code, index) => {
  const frame = document.createElement('div')
  code.parentElement.replaceWith(frame)
  try {
    frame.innerHTML = (await mermaid.render('diagram' + index, code.textContent, frame)).svg
  } catch (error) {
    frame.textContent = String(error)
    document.body.dataset.failed = String(error)
  }
})
Promise.all(drawings).then(() => { document.body.dataset.drawn = String(drawings.length) })
`
