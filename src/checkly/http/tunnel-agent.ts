import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import type { Duplex } from 'node:stream'
import { type ConnectionOptions, connect } from 'node:tls'
import { MOST_CONNECTIONS } from './send-request.ts'

/**
 * Connections with TLS through a proxy that speaks CONNECT (RFC 9110, 9.3.6), kept for the next request
 * like any others. One that cannot be had is an error whose code begins with `PROXY_`.
 */
export class TunnelAgent extends https.Agent {
  readonly #proxy: URL
  readonly #patienceMs: number

  /**
   * @param proxy - http or https, its user and password decoded
   * @param patienceMs - how long the proxy may take to make a tunnel; it would stay open without a limit,
   *   since Node does not say here that nobody waits for it any more
   */
  constructor(proxy: URL, patienceMs = 30_000) {
    super({ keepAlive: true, maxSockets: MOST_CONNECTIONS })
    this.#proxy = proxy
    this.#patienceMs = patienceMs
  }

  /** Called by Node for each new connection. */
  override createConnection(
    options: https.RequestOptions,
    onConnection: (error: Error | null, socket: Duplex) => void = () => {},
  ): undefined {
    const { protocol, hostname, port, username, password } = this.#proxy
    const { host = '', port: targetPort } = options
    const target = `${host?.includes(':') ? `[${host}]` : host}:${targetPort}`
    const proxyHost = hostname.replace(/^\[|\]$/g, '')
    const isAnonymous = username === '' && password === ''
    const credentials = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    const request = (protocol === 'https:' ? https : http).request({
      method: 'CONNECT',
      host: proxyHost,
      // Node would take the name in the header for the one in the proxy's certificate.
      servername: isIP(proxyHost) === 0 ? proxyHost : '',
      port,
      path: target,
      headers: { host: target, ...(isAnonymous ? {} : { 'proxy-authorization': credentials }) },
      agent: false,
      timeout: this.#patienceMs,
    })
    const fail = (code: string, message: string): void => {
      // Node's types demand a connection beside an error.
      onConnection(Object.assign(new Error(message), { code }), null as never)
    }
    request.once('connect', ({ statusCode = 0 }, socket) => {
      // Any 2xx makes the tunnel (RFC 9110, 9.3.6).
      if (statusCode >= 200 && statusCode < 300) {
        onConnection(null, connect({ ...(options as ConnectionOptions), socket }))
      } else {
        socket.destroy()
        fail(`PROXY_${statusCode}`, `the proxy answered ${statusCode}`)
      }
    })
    request.once('timeout', () => {
      request.destroy(new Error(`no answer within ${this.#patienceMs / 1000} s`))
    })
    request.once('error', (error) => fail('PROXY_UNREACHABLE', error.message))
    request.end()
  }
}
