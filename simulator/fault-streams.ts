import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
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

/** Sends the API's answer grown by so many bytes: still valid JSON, and a danger to whoever buffers it. */
export async function sendHugeBody(exchange: Exchange, bytes: number): Promise<void> {
  const { response, answer, entry } = exchange
  const { status, body } = await answer()
  entry.status = status
  response.writeHead(status, { 'content-type': 'application/json' })
  // A pipeline sends no faster than the client reads: the body never piles up in this process.
  await pipeline(Readable.from(growBody(bytes, JSON.stringify(body))), response).catch(() => {
    // The client has had enough, which is what a fault like this is for.
  })
}

function* growBody(bytes: number, json: string): Generator<string | Buffer> {
  yield '{"padding":"'
  for (let sent = 0; sent < bytes; sent += CHUNK.length) yield CHUNK
  yield `",${json.slice(1)}`
}
