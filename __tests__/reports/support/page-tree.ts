import type { Element, Nodes, Root } from 'hast'

/** The elements of a page without their text and attributes: `p(b,a)h2`; and without those that only cut or break text. */
export function outline(node: Nodes): string {
  if (!('children' in node)) return ''
  const isMark = node.type === 'element' && (node.tagName === 'wbr' || node.tagName === 'i')
  if (isMark && node.children.length === 0) return ''
  const inner = node.children.map(outline).filter((it) => it !== '')
  return node.type === 'element' ? `${node.tagName}(${inner.join(',')})` : inner.join(',')
}

/** All text of a page, as a reader sees it; elements of a name in `without` left out. */
export function readText(node: Nodes, without: readonly string[] = []): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  if (node.type === 'element' && without.includes(node.tagName)) return ''
  return node.children.map((child) => readText(child, without)).join('')
}

/** The texts between elements, in the order of the page. */
export function listTexts(node: Nodes): string[] {
  if (node.type === 'text') return [node.value]
  return 'children' in node ? node.children.flatMap((child) => listTexts(child)) : []
}

/** Every element of a name, in the order of the page. */
export function findAll(node: Root | Element, tagName: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === tagName ? [child, ...findAll(child, tagName)] : findAll(child, tagName)
  })
}
