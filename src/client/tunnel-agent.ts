import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import { type ConnectionOptions, connect } from 'node:tls'

/**
 * Connections with TLS through a proxy that speaks CONNECT (RFC 9110, 9.3.6), kept for the next request
 * like any others. One that cannot be had is an error whose code begins with `PROXY_`.
 */
export class TunnelAgent extends https.Agent {
  readonly #proxy: URL

  /** @param proxy - http or https, its user and password decoded */
  constructor(proxy: URL) {
    super({ keepAlive: true })
    this.#proxy = proxy
  }

  /** Called by Node for each new connection. */
  override createConnection(
    options: https.RequestOptions,
    onConnection: (error: Error | null, socket: Duplex) => void = () => {},
  ): undefined {
    const { protocol, hostname, port, username, password } = this.#proxy
    const { host = '', port: targetPort } = options
    const target = `${host?.includes(':') ? `[${host}]` : host}:${targetPort}`
    const credentials = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
    const request = (protocol === 'https:' ? https : http).request({
      method: 'CONNECT',
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port || (protocol === 'https:' ? 443 : 80),
      path: target,
      headers: { host: target, ...(username === '' ? {} : { 'proxy-authorization': credentials }) },
      agent: false,
    })
    const fail = (code: string, message: string): void => {
      // Node's types demand a connection beside an error.
      onConnection(Object.assign(new Error(message), { code }), null as never)
    }
    request.once('connect', ({ statusCode }, socket) => {
      if (statusCode === 200) {
        onConnection(null, connect({ ...(options as ConnectionOptions), socket }))
      } else {
        socket.destroy()
        fail(`PROXY_${statusCode}`, `the proxy answered ${statusCode}`)
      }
    })
    request.once('error', (error) => fail('PROXY_UNREACHABLE', error.message))
    request.end()
  }
}
