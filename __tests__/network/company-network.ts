import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { type BuiltSession, buildSession } from '../../simulator/build-session.ts'
import { createCertificate } from '../../simulator/create-certificate.ts'
import type { FaultRule } from '../../simulator/faults.ts'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { type ConnectProxy, type ProxyOptions, startConnectProxy } from '../../testing/connect-proxy.ts'
import { type RunningAction, startAction } from '../../testing/run-action.ts'

/** A name that only the proxy knows. Its label is longer than DNS allows, so that no resolver is ever asked. */
export const API_HOST = `${'api-'.repeat(16)}.checkly.example`

/** For what is tried until the deadline. */
export const SHORT = { timeout: '3' } as const

/** A network with a certificate authority of its own, whose only way out is a proxy. */
export interface CompanyNetwork {
  simulator: Simulator
  proxy: ConnectProxy
  session: BuiltSession
  /** PEM file of the authority. */
  authority: string
  /**
   * Starts the action; `env` is added to the authority alone. Its timeout is longer than Vitest waits for a test:
   * a busy machine changes no outcome, and what must be final is not tried again until then.
   */
  start(env: Record<string, string>, inputs?: Record<string, string>): RunningAction
}

/** Sets the network up for one test, and takes it down after it. */
export async function setUpNetwork(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  options: Partial<Omit<ProxyOptions, 'tls'>> & {
    faults?: FaultRule[]
    durationMs?: number | 'manual'
    /** Whether the proxy itself speaks TLS. */
    proxyTls?: boolean
  } = {},
): Promise<CompanyNetwork> {
  const { faults = [], durationMs = 150, proxyTls = false, ...proxyOptions } = options
  const tls = createCertificate([API_HOST, '127.0.0.1'])
  // The proxy's certificate is for its own names alone.
  const tlsOfProxy = createCertificate(['127.0.0.1', 'localhost'])
  const session = buildSession({ durationMs })
  const simulator = await startSimulator({ tls, sessions: [session], faults })
  const proxy = await startConnectProxy({
    targets: { [`${API_HOST}:443`]: simulator.port },
    ...proxyOptions,
    ...(proxyTls ? { tls: tlsOfProxy } : {}),
  })
  const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-network-'))
  const authority = join(folder, 'authority.pem')
  writeFileSync(authority, tls.cert + tlsOfProxy.cert)
  onTestFinished(async () => {
    proxy.close()
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const start: CompanyNetwork['start'] = (env, inputs = {}) =>
    startAction({
      inputs: {
        'api-key': simulator.apiKey,
        'check-session-id': session.id,
        'api-url': `https://${API_HOST}`,
        timeout: '60',
        'max-wait-seconds': '1',
        ...inputs,
      },
      env: { NODE_EXTRA_CA_CERTS: authority, ...env },
    })
  return { simulator, proxy, session, authority, start }
}
