import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { PAGES } from './read-pages.ts'

/** A part of a parsed page, as far as links and headings need it. */
interface Node {
  type: string
  depth?: number
  url?: string
  value?: string
  children?: Node[]
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
/** By text: a page is looked at for each link that leads there. */
const parsed = new Map<string, Node>()

function parsePage(text: string): Node {
  const page = parsed.get(text) ?? (parser.parse(text) as Node)
  parsed.set(text, page)
  return page
}

function listNodes(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(listNodes)]
}

/** Where the links and pictures of a page lead, those in HTML too. */
function listTargets(text: string): string[] {
  return listNodes(parsePage(text)).flatMap(({ type, url, value = '' }) => {
    if (type === 'html') return [...value.matchAll(/(?:src|srcset|href)="([^"]*)"/g)].map(([, it = '']) => it)
    return url === undefined ? [] : [url]
  })
}

/** The anchors that GitHub makes of a page's headings: letters, digits, `_` and `-` stay, a blank becomes `-`. */
function listAnchors(text: string): string[] {
  const seen = new Map<string, number>()
  return listNodes(parsePage(text))
    .filter(({ type }) => type === 'heading')
    .map((heading) => {
      const title = listNodes(heading).map(({ value = '' }) => value)
      const slug = title
        .join('')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(/\s/g, '-')
      const count = seen.get(slug) ?? 0
      seen.set(slug, count + 1)
      return count === 0 ? slug : `${slug}-${count}`
    })
}

/** The links of a page that lead nowhere. */
function findBroken(from: string, text: string): string[] {
  return listTargets(text).filter((target) => {
    if (/^(?:https?|mailto):/.test(target)) return false
    const [file = '', anchor] = target.split('#')
    if (file === '') return !listAnchors(text).includes(anchor ?? '')
    const to = path.join(path.dirname(from), decodeURI(file))
    if (!existsSync(to)) return true
    if (anchor === undefined) return false
    return statSync(to).isDirectory() || !listAnchors(readFileSync(to, 'utf8')).includes(anchor)
  })
}

test.each(PAGES)('the links and pictures of $path lead to files and headings that there are', (page) => {
  expect(findBroken(page.path, page.text)).toEqual([])
})

test('every page of docs can be reached from the README', () => {
  const reached = new Set<string>()
  const visit = (from: string): void => {
    if (reached.has(from) || !existsSync(from)) return
    reached.add(from)
    const files = listTargets(readFileSync(from, 'utf8')).map((target) => target.split('#')[0] ?? '')
    for (const file of files.filter((it) => it.endsWith('.md') && !/^\w+:/.test(it))) {
      visit(path.posix.join(path.posix.dirname(from), file))
    }
  }
  visit('README.md')
  expect(PAGES.map((page) => page.path).filter((it) => it.startsWith('docs/') && !reached.has(it))).toEqual(
    [],
  )
})

describe('a link is found out', () => {
  test.each([
    ['to a file that is not there', '[a](docs/none.md)', ['docs/none.md']],
    ['to a heading that is not there', '[a](README.md#none)', ['README.md#none']],
    ['of a reference', '[a]\n\n[a]: none.md', ['none.md']],
    ['in HTML', '<img src="none.png">', ['none.png']],
    [
      'not, when it leads somewhere',
      '# Was `it` *us*?\n\n# Was it us?\n\n[a](#was-it-us) [b](#was-it-us-1)',
      [],
    ],
    ['not, when it stands in code', '`[a](none.md)`', []],
  ])('%s', (_what, text, broken) => {
    expect(findBroken('README.md', text)).toEqual(broken)
  })
})
