/** An XML element: `@name` is an attribute, `#text` its text, anything else one or more child elements of that name. */
export interface XmlElement {
  [name: string]: string | number | XmlElement | readonly XmlElement[] | undefined
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // Readers make blanks of these in attributes (XML 1.0, 3.3.3).
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

/**
 * Writes an XML document (XML 1.0) with one root element, a line for each element. All values are escaped; that they
 * hold no characters which XML forbids is the caller's affair (`cleanXml`).
 * @param clean - is given each value before it is escaped, and never the names of elements and attributes
 */
export function writeXml(root: string, element: XmlElement, clean: (text: string) => string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, element, '', clean)}`
}

function writeElement(
  name: string,
  element: XmlElement,
  indent: string,
  clean: (text: string) => string,
): string {
  let attributes = ''
  let text = ''
  let children = ''
  for (const [key, value] of Object.entries(element)) {
    if (value === undefined) continue
    if (key.startsWith('@'))
      attributes += ` ${key.slice(1)}="${escapeXml(clean(String(value)), /[&<>"\n\r\t]/g)}"`
    else if (key === '#text') text = escapeXml(clean(String(value)), /[&<>\r]/g)
    else children += writeChildren(key, value, `${indent}  `, clean)
  }
  if (text === '' && children === '') return `${indent}<${name}${attributes}/>\n`
  return children === ''
    ? `${indent}<${name}${attributes}>${text}</${name}>\n`
    : `${indent}<${name}${attributes}>${text}\n${children}${indent}</${name}>\n`
}

function writeChildren(
  name: string,
  value: Exclude<XmlElement[string], undefined>,
  indent: string,
  clean: (text: string) => string,
): string {
  if (typeof value !== 'object') return writeElement(name, { '#text': value }, indent, clean)
  const elements: readonly XmlElement[] = Array.isArray(value) ? value : [value as XmlElement]
  return elements.map((element) => writeElement(name, element, indent, clean)).join('')
}

function escapeXml(text: string, special: RegExp): string {
  return text.replace(special, (character) => ESCAPES[character] ?? character)
}
