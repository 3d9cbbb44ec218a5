import https from 'node:https'
import { checkBypass, getProxyUrl } from '@actions/http-client/lib/proxy'
import { type Connections, MOST_CONNECTIONS, RequestFailure } from './send-request.ts'

/**
 * Opens connections with TLS, through the proxy that `https_proxy` and `no_proxy` name, by the toolkit's rules.
 * Its client is not used: see `sendRequest`. Rejects with RequestFailure when the proxy cannot be used.
 */
export async function openTlsConnections(apiUrl: URL): Promise<Connections> {
  const { request } = https
  const proxy = findProxy(apiUrl)
  if (proxy === null)
    return { agent: new https.Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS }), request }
  const { TunnelAgent } = await import('./tunnel-agent.ts')
  return { agent: new TunnelAgent(proxy), request }
}

function findProxy(apiUrl: URL): URL | null {
  try {
    const proxy = getProxyUrl(apiUrl)
    // The toolkit takes an address that it cannot read for none; going around the proxy is not what is meant.
    if (proxy === undefined && (!isProxySet() || checkBypass(apiUrl))) return null
    if (proxy !== undefined && /^https?:$/.test(proxy.protocol)) return proxy
  } catch {
    // Not an address.
  }
  // Its value is not told: it may hold a password.
  throw new RequestFailure(
    'PROXY_UNUSABLE',
    'https_proxy is not an http:// or https:// address (a % in its password is written %25)',
    false,
  )
}

function isProxySet(): boolean {
  return (process.env['https_proxy'] || process.env['HTTPS_PROXY'] || '') !== ''
}
