/** Characters. A shorter piece of base64 stands in texts by chance. */
const SHORTEST_BASE64 = 8

/** Characters that encodeURIComponent leaves alone and RFC 3986 reserves. */
const LEFT_ALONE = /[!'()*]/g

const HTML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * The forms in which a text may come back: as it is, inside JSON (once and twice), percent-encoded (whole URLs,
 * parts of them, forms), inside HTML and XML, and in base64.
 */
export function listForms(text: string): string[] {
  const plain = text.toWellFormed()
  const inJson = escapeJson(plain)
  const inPart = encodeURIComponent(plain)
  const strict = inPart.replace(LEFT_ALONE, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`)
  const encoded = [inPart, strict, encodeURI(plain), inPart.replaceAll('%20', '+')]
  return [
    ...new Set([
      text,
      inJson,
      escapeJson(inJson),
      ...encoded,
      ...encoded.map((form) => form.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase())),
      plain.replace(/[&<>"']/g, (it) => HTML[it] ?? it),
      ...listBase64(plain),
    ]),
  ]
}

/**
 * The base64 of a text inside any longer text. 3 bytes become 4 characters, so there are 3 forms; in each, characters
 * that also hold bits of a neighbour are left out. In both alphabets (RFC 4648).
 */
export function listBase64(text: string): string[] {
  const bytes = Buffer.from(text, 'utf8')
  const alone = bytes.toString('base64')
  const aligned = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    return encoded.slice(Math.ceil((8 * before) / 6), Math.floor((8 * (before + bytes.length)) / 6))
  })
  const forms = [alone, ...aligned].filter((form) => form.length >= SHORTEST_BASE64)
  return [...new Set([...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))])]
}

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}
