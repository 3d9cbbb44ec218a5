import { createServer as createHttpServer, type IncomingMessage } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'

/** How the proxy behaves. */
export interface ProxyOptions {
  /** Port on loopback by what is asked for, e.g. `{ 'api.checkly.example:443': 41234 }`; all else is 502. */
  targets: Record<string, number>
  /** Statuses of the first answers, e.g. `[502, 502]`; once they are used up, tunnels are made. */
  refusals?: readonly number[]
  /** The status line of an answer that makes a tunnel. */
  agreement?: string
  /** Never answers. */
  silent?: boolean
  /** PEM key and certificate: the proxy itself speaks TLS. */
  tls?: { key: string; cert: string }
}

/** A running proxy. */
export interface ConnectProxy {
  /** `http://127.0.0.1:PORT`, or https. */
  readonly url: string
  readonly port: number
  /** What it was asked for, with the `Proxy-Authorization` header. */
  readonly asked: { target: string; authorization: string | null }[]
  /** The names that TLS connections to the proxy itself were for (RFC 6066, 3); '' for one without. */
  readonly serverNames: string[]
  /** To the proxy and from it. */
  readonly openConnections: number
  /** Breaks all tunnels. */
  cutTunnels(): void
  close(): void
}

/** Starts a proxy on loopback that speaks CONNECT and maps names to local ports, so that nothing leaves the machine. */
export async function startConnectProxy(options: ProxyOptions): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = []
  const serverNames: string[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
  }
  const server = options.tls === undefined ? createHttpServer() : createHttpsServer(options.tls)
  server.on('connection', keep)
  server.on('secureConnection', (socket: TLSSocket) => serverNames.push(socket.servername || ''))
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    const target = request.url ?? ''
    const refusal = options.refusals?.[asked.length]
    asked.push({ target, authorization: request.headers['proxy-authorization'] ?? null })
    client.on('error', () => client.destroy())
    if (options.silent === true) {
      client.once('end', () => client.destroy()).resume()
      return
    }
    const port = options.targets[target]
    if (refusal !== undefined || port === undefined) {
      client.end(`HTTP/1.1 ${refusal ?? 502} Refused\r\ncontent-length: 7\r\n\r\nrefused`)
      return
    }
    const tunnel = connect(port, '127.0.0.1', () => {
      client.write(`HTTP/1.1 ${options.agreement ?? '200 Connection established'}\r\n\r\n`)
      tunnel.pipe(client).pipe(tunnel)
    })
    keep(tunnel)
    client.once('close', () => tunnel.destroy())
    tunnel.once('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const cutTunnels = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `${options.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    asked,
    serverNames,
    get openConnections() {
      return sockets.size
    },
    cutTunnels,
    close: () => {
      cutTunnels()
      server.close()
    },
  }
}
