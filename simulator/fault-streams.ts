import { once } from 'node:events'
import type { Exchange } from './exchange.ts'

const CHUNK = Buffer.alloc(64 * 1024, 'x')

/** Sends the API's answer in pieces of some bytes, one each `intervalMs`, until the client has had enough. */
export async function dripBody(exchange: Exchange, intervalMs: number, bytes: number): Promise<void> {
  const { response, answer, entry, onClose } = exchange
  const { status, body } = await answer()
  const content = Buffer.from(JSON.stringify(body))
  entry.status = status
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': content.length })
  response.flushHeaders()
  let sent = 0
  const timer = setInterval(() => {
    response.write(content.subarray(sent, sent + bytes))
    sent += bytes
    if (sent < content.length) return
    clearInterval(timer)
    response.end()
  }, intervalMs)
  onClose(() => clearInterval(timer))
}

/** Sends the API's answer grown to about so many bytes: still valid JSON, and a danger to whoever buffers it. */
export async function sendHugeBody(exchange: Exchange, bytes: number): Promise<void> {
  const { response, answer, entry } = exchange
  const { status, body } = await answer()
  entry.status = status
  response.writeHead(status, { 'content-type': 'application/json' })
  response.write(`{"padding":"`)
  for (let sent = 0; sent < bytes && !response.destroyed; sent += CHUNK.length) {
    // Without waiting for the client, the whole body would pile up in this process.
    if (!response.write(CHUNK)) await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  response.end(`",${JSON.stringify(body).slice(1)}`)
}
