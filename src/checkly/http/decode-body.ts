/** A coded body that cannot be read. The message is a part of a sentence. */
export class UnreadableBody extends Error {}

/**
 * Undoes the codings of a body (RFC 9110, 8.4). None is asked for, but some gateways code all the same. The last coding
 * that is named was made last, so it is undone first.
 * @param codings - `Content-Encoding`; undefined without one
 * @param maxBytes - a larger body is refused, so that a small answer cannot fill the memory
 * Throws UnreadableBody when it is too large, damaged, or in a coding that is not known.
 */
export async function decodeBody(
  body: Buffer,
  codings: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  const names = (codings ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length === 0) return body
  const zlib = await import('node:zlib')
  const limits = { maxOutputLength: maxBytes }
  let decoded = body
  for (const name of names.reverse()) {
    try {
      if (name === 'gzip' || name === 'x-gzip') decoded = zlib.gunzipSync(decoded, limits)
      else if (name === 'br') decoded = zlib.brotliDecompressSync(decoded, limits)
      else if (name === 'zstd') decoded = zlib.zstdDecompressSync(decoded, limits)
      else if (name === 'deflate') decoded = inflate(zlib, decoded, limits)
      else throw new UnreadableBody(`the answer is in a coding that is not known, ${name.slice(0, 40)}`)
    } catch (error) {
      if (error instanceof UnreadableBody) throw error
      const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      throw new UnreadableBody(
        isTooLarge ? `the answer is larger than ${maxBytes} bytes` : `the answer's ${name} coding is damaged`,
      )
    }
  }
  return decoded
}

/** Some servers send `deflate` without its two bytes of header. */
function inflate(
  zlib: typeof import('node:zlib'),
  body: Buffer,
  limits: { maxOutputLength: number },
): Buffer {
  // 0x78 begins nearly every header (RFC 1950, 2.2).
  return body[0] === 0x78 ? zlib.inflateSync(body, limits) : zlib.inflateRawSync(body, limits)
}
