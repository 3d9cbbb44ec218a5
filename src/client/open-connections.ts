import { Agent, request } from 'node:http'

/** Connections to the API, kept for the next request. */
export interface Connections {
  agent: Agent
  /** Node's function for the protocol of `api-url`. */
  request: typeof request
}

/**
 * Opens connections to the API. Plain HTTP is for loopback hosts only, which no proxy is asked for; what
 * TLS and a proxy need is loaded when there is one.
 */
export async function openConnections(apiUrl: URL): Promise<Connections> {
  if (apiUrl.protocol !== 'https:') return { agent: new Agent({ keepAlive: true }), request }
  const { openTlsConnections } = await import('./open-tls-connections.ts')
  return openTlsConnections(apiUrl)
}
