import type { Element, Nodes, Root } from 'hast'

/** The elements of a page without their text and attributes: `p(b,a)h2`. */
export function outline(node: Nodes): string {
  if (!('children' in node)) return ''
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

/** Every element of a name, in the order of the page. */
export function findAll(node: Root | Element, tagName: string): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === tagName ? [child, ...findAll(child, tagName)] : findAll(child, tagName)
  })
}
