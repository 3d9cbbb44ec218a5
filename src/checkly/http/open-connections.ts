import { Agent, request } from 'node:http'
import { type Connections, MOST_CONNECTIONS } from './send-request.ts'

/**
 * Opens connections to the API. Plain HTTP is for loopback hosts only, which no proxy is asked for; what
 * TLS and a proxy need is loaded when there is one.
 */
export async function openConnections(apiUrl: URL): Promise<Connections> {
  if (apiUrl.protocol !== 'https:')
    return { agent: new Agent({ keepAlive: true, maxSockets: MOST_CONNECTIONS }), request }
  const { openTlsConnections } = await import('./open-tls-connections.ts')
  return openTlsConnections(apiUrl)
}
