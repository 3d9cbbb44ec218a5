import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Where and how to listen. */
export interface ListenerOptions {
  /** `127.0.0.1` by default; `::1` for IPv6 alone. */
  host?: string
  /** 0, the default, takes a free port. */
  port?: number
  /** PEM key and certificate; plain HTTP without them. */
  tls?: { key: string | Buffer; cert: string | Buffer }
  /**
   * Is given each connection before TLS and HTTP see a byte of it, with a function that lets it through:
   * for slow handshakes and for sockets that never speak. Lets it through at once by default.
   */
  onConnection?: (socket: Socket, letThrough: () => void) => void
}

/** A listening socket that can refuse connections for a while and come back on the same port. */
export interface Listener {
  readonly url: string
  readonly host: string
  readonly port: number
  readonly sockets: ReadonlySet<Socket>
  /** Refuses new connections, for so many ms or until `accept`; those that are open stay. */
  refuse(forMs?: number): void
  /** Listens again on the same port. */
  accept(): Promise<void>
  /** Destroys all connections and stops listening. */
  close(): Promise<void>
}

/**
 * Starts listening. A plain TCP server takes the connections and hands them to the HTTP(S) server, so that
 * connections can be refused, held or broken underneath HTTP.
 */
export async function startListener(
  handle: RequestListener,
  options: ListenerOptions = {},
): Promise<Listener> {
  const { host = '127.0.0.1', tls, onConnection = (_socket, letThrough) => letThrough() } = options
  const http = tls === undefined ? createHttpServer(handle) : createHttpsServer(tls, handle)
  // A client that breaks off is part of the play; without a listener Node would answer 400 itself.
  http.on('clientError', (_error, socket) => socket.destroy())
  const sockets = new Set<Socket>()
  const tcp = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.once('close', () => sockets.delete(socket))
    onConnection(socket, () => http.emit('connection', socket))
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) => {
      tcp.once('error', reject)
      tcp.listen({ host, port, backlog: 2048 }, () => {
        tcp.off('error', reject)
        resolve()
      })
    })
  await listen(options.port ?? 0)
  const { port } = tcp.address() as AddressInfo
  const accept = async () => (tcp.listening ? undefined : listen(port))
  let comeback: NodeJS.Timeout | undefined
  const refuse = (forMs?: number) => {
    clearTimeout(comeback)
    // What `close` calls back for is the end of the connections that are open: not worth waiting for.
    if (tcp.listening) tcp.close()
    if (forMs !== undefined) comeback = setTimeout(accept, forMs)
  }
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    host,
    port,
    sockets,
    refuse,
    accept,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      refuse()
    },
  }
}
