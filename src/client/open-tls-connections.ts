import https from 'node:https'
import { getProxyUrl } from '@actions/http-client/lib/proxy'
import type { Connections } from './open-connections.ts'

/**
 * Opens connections with TLS, through the proxy that `https_proxy` and `no_proxy` name: the toolkit's rules,
 * and the tunnel that its client uses. The client itself is not used: see `sendRequest`.
 */
export async function openTlsConnections(apiUrl: URL): Promise<Connections> {
  const { request } = https
  const proxy = getProxyUrl(apiUrl)
  if (proxy === undefined) return { agent: new https.Agent({ keepAlive: true }), request }
  const { httpsOverHttp, httpsOverHttps } = await import('tunnel')
  const tunnel = proxy.protocol === 'https:' ? httpsOverHttps : httpsOverHttp
  const credentials = proxy.username === '' ? {} : { proxyAuth: `${proxy.username}:${proxy.password}` }
  const port = Number(proxy.port || (proxy.protocol === 'https:' ? 443 : 80))
  const agent = tunnel({
    maxSockets: Number.POSITIVE_INFINITY,
    proxy: { host: proxy.hostname, port, ...credentials },
  })
  return { agent, request }
}
