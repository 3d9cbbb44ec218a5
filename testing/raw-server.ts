import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server on loopback for one test. */
export interface RawServer {
  url: URL
  port: number
  /** What was asked, in the order of arrival. */
  requests: { method: string; path: string; headers: IncomingMessage['headers']; body: string }[]
  /** Connections that are open now. */
  readonly sockets: ReadonlySet<Socket>
}

/** Starts a server that answers as the function says; it is closed when the test has finished. */
export async function startRawServer(
  answer: (response: ServerResponse, request: IncomingMessage) => void,
): Promise<RawServer> {
  const requests: RawServer['requests'] = []
  const sockets = new Set<Socket>()
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (chunk: string) => {
      body += chunk
    })
    request.once('end', () => {
      requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body })
      answer(response, request)
    })
  })
  // What is not used stays open until the client closes it.
  server.keepAliveTimeout = 0
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { url: new URL(`http://127.0.0.1:${port}`), port, requests, sockets }
}
