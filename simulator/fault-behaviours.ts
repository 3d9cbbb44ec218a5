import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { TLSSocket } from 'node:tls'
import type { Exchange } from './exchange.ts'
import type { Ending, FaultDescription } from './fault-description.ts'
import { type Answer, answerError, type JsonObject } from './wire.ts'

/** Answers a request in its own way, with all the means of the exchange; may also never answer. */
export type FaultBehaviour = (exchange: Exchange) => void | Promise<void>

const CHUNK = Buffer.alloc(64 * 1024, 'x')

/** Makes a behaviour of its description. */
export function makeBehaviour(fault: FaultDescription): FaultBehaviour {
  switch (fault.kind) {
    case 'respond':
      return (exchange) => respond(exchange, fault)
    case 'instant-408':
      return ({ send }) => send(answerError(408, 'The check session has not completed.'))
    case 'edit':
      return async ({ answer, send }) => send(editAnswer(await answer(), fault.set, fault.remove))
    case 'delay':
      return async ({ answer, send, onClose }) => {
        const timer = setTimeout(send, fault.ms, await answer())
        onClose(() => clearTimeout(timer))
      }
    case 'hang':
      return () => {}
    case 'drop':
      return ({ socket }) => endConnection(socket, fault.ending ?? 'reset')
    case 'lose-answer':
      return async ({ answer, socket }) => {
        await answer()
        if (fault.then !== 'hold') endConnection(socket, fault.then ?? 'reset')
      }
    case 'cut-header':
      return ({ socket }) => endConnection(socket, fault.ending, 'HTTP/1.1 200 OK\r\ncontent-type: applic')
    case 'cut-body':
      return async (exchange) => {
        const head = await writeBodyStart(exchange, fault.share ?? 0.5, fault.chunked)
        endConnection(exchange.socket, fault.ending, head)
      }
    case 'stall-body':
      return async (exchange) => {
        exchange.socket.write(await writeBodyStart(exchange, fault.share ?? 0))
      }
    case 'drip':
      return (exchange) => dripBody(exchange, fault.intervalMs, fault.bytes ?? 1)
    case 'huge':
      return (exchange) => sendHugeBody(exchange, fault.bytes)
    case 'raw':
      return ({ socket }) => {
        if (fault.then === 'hold') socket.write(fault.text, 'latin1')
        else endConnection(socket, fault.then, fault.text)
      }
    default:
      return refuseKind(fault)
  }
}

/** Ends a connection, after the characters given (Latin-1), if any, have been handed to the system. */
export function endConnection(socket: Exchange['socket'], ending: Ending = 'end', text = ''): void {
  if (ending === 'end') socket.end(text, 'latin1')
  else if (text === '') resetConnection(socket)
  else socket.write(text, 'latin1', () => resetConnection(socket))
}

function resetConnection(socket: Exchange['socket']): void {
  // A TLS socket cannot send a reset: all that a client sees then is an end without a closing handshake.
  if (socket instanceof TLSSocket) socket.destroy()
  else socket.resetAndDestroy()
}

function respond({ response, entry }: Exchange, fault: FaultDescription & { kind: 'respond' }): void {
  const { status, headers = {}, contentType = 'application/json; charset=utf-8' } = fault
  const json = 'json' in fault ? fault.json : answerError(status, 'Something went wrong.').body
  entry.status = status
  response
    .writeHead(status, { 'content-type': contentType, ...headers })
    .end(fault.text ?? JSON.stringify(json))
}

function editAnswer(answer: Answer, set: JsonObject = {}, remove: string[] = []): Answer {
  const body = { ...(answer.body as JsonObject), ...set }
  for (const field of remove) delete body[field]
  return { ...answer, body }
}

/** The API's answer as it stands on the wire, up to a share of its body. */
async function writeBodyStart({ answer, entry }: Exchange, share: number, chunked = false): Promise<string> {
  const { status, body } = await answer()
  // JSON may hold any character, the wire holds bytes: Latin-1 keeps one for one.
  const bytes = Buffer.from(JSON.stringify(body)).toString('latin1')
  const size = bytes.length.toString(16)
  const length = chunked ? 'transfer-encoding: chunked' : `content-length: ${bytes.length}`
  const start = `${chunked ? `${size}\r\n` : ''}${bytes.slice(0, Math.floor(bytes.length * share))}`
  entry.status = status
  return `HTTP/1.1 ${status} OK\r\ncontent-type: application/json; charset=utf-8\r\n${length}\r\n\r\n${start}`
}

// Sends the API's answer in pieces of some bytes, one each `intervalMs`, until the client has had enough.
async function dripBody(exchange: Exchange, intervalMs: number, bytes: number): Promise<void> {
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

// Sends the API's answer grown by so many bytes: still valid JSON, and a danger to whoever buffers it.
async function sendHugeBody(exchange: Exchange, bytes: number): Promise<void> {
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

// A fault that comes from a file or a control request may be of a kind that does not exist.
function refuseKind(fault: never): never {
  throw new Error(`There is no fault of the kind ${JSON.stringify((fault as { kind?: unknown }).kind)}.`)
}
