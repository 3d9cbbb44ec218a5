import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createCertificate } from '../../simulator/create-certificate.ts'
import { runAction } from '../../testing/run-action.ts'
import { API_HOST, setUpNetwork } from './company-network.ts'

describe('certificates', () => {
  test.concurrent('a private authority is trusted by NODE_EXTRA_CA_CERTS', async (context) => {
    const { simulator, start } = await setUpNetwork(context)
    const run = await start({}, { 'api-url': simulator.url }).done
    expect(run.outputs['outcome']).toBe('passed')
  })

  test.concurrent('without it the first request fails for good, and the error says what to set', async (context) => {
    const { simulator, start } = await setUpNetwork(context)
    const run = await start({ NODE_EXTRA_CA_CERTS: '' }, { 'api-url': simulator.url }).done
    expect(run.outputs['outcome']).toBe('error')
    expect(run.stdout).toMatch(/certificate of 127\.0\.0\.1:\d+ is not trusted .*set NODE_EXTRA_CA_CERTS/)
    expect(simulator.log.entries).toEqual([])
  })

  test.concurrent('one connection out of many that meets another certificate ends no wait', async (context) => {
    const [own, other] = [createCertificate(), createCertificate()]
    const session = { checkSessionId: randomUUID(), status: 'PASSED', results: [] }
    const statuses: number[] = []
    const server = createServer(own, (request, response) => {
      if (!request.url?.includes('/completion')) {
        response.writeHead(404).end()
        return
      }
      const status = statuses.length === 0 ? 408 : 200
      statuses.push(status)
      if (status === 408) server.setSecureContext(other)
      response.writeHead(status, { connection: 'close' }).end(status === 408 ? '' : JSON.stringify(session))
    })
    // The snapshot may be one of them, or leave a connection that the next poll uses.
    let refusals = 0
    server.on('tlsClientError', () => {
      refusals += 1
      if (refusals === 2) server.setSecureContext(own)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const folder = mkdtempSync(join(tmpdir(), 'checkly-gate-network-'))
    const authority = join(folder, 'authority.pem')
    writeFileSync(authority, own.cert)
    context.onTestFinished(() => {
      server.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const run = await runAction({
      inputs: {
        'api-key': 'cu_0123456789abcdef',
        'check-session-id': session.checkSessionId,
        'api-url': `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
        timeout: '30',
        'max-wait-seconds': '1',
      },
      env: { NODE_EXTRA_CA_CERTS: authority },
    })
    expect(refusals).toBeGreaterThanOrEqual(1)
    expect(run.outputs['outcome']).toBe('passed')
    expect(statuses).toEqual([408, 200])
  })

  test.concurrent('it fails for good behind a proxy as well', async (context) => {
    const { proxy, start } = await setUpNetwork(context)
    const run = await start({ NODE_EXTRA_CA_CERTS: '', https_proxy: proxy.url }).done
    expect(run.outputs['outcome']).toBe('error')
    expect(run.stdout).toContain('is not trusted')
    expect(proxy.asked[0]?.target).toBe(`${API_HOST}:443`)
  })

  test.concurrent('a certificate for another host fails behind a proxy', async (context) => {
    const { proxy, simulator, start } = await setUpNetwork(context, { targets: {} })
    const other = `other-${'api-'.repeat(16)}.example`
    const mapped = await setUpNetwork(context, { targets: { [`${other}:443`]: simulator.port } })
    const run = await start({ https_proxy: mapped.proxy.url }, { 'api-url': `https://${other}` }).done
    expect(run.stdout).toContain('ERR_TLS_CERT_ALTNAME_INVALID')
    expect(run.stdout).not.toContain('NODE_EXTRA_CA_CERTS')
    expect(proxy.asked).toEqual([])
    expect(simulator.log.entries).toEqual([])
  })

  test.concurrent('NODE_TLS_REJECT_UNAUTHORIZED=0 is a choice of the user that the log shows', async (context) => {
    const { simulator, start } = await setUpNetwork(context)
    const env = { NODE_EXTRA_CA_CERTS: '', NODE_TLS_REJECT_UNAUTHORIZED: '0' }
    const run = await start(env, { 'api-url': simulator.url }).done
    expect(run.outputs['outcome']).toBe('passed')
    expect(run.stderr).toContain('makes TLS connections and HTTPS requests insecure')
  })
})
