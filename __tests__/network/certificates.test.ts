import { describe, expect, test } from 'vitest'
import { API_HOST, PATIENT, setUpNetwork } from './company-network.ts'

describe('certificates', () => {
  test.concurrent('a private authority is trusted by NODE_EXTRA_CA_CERTS', async (context) => {
    const { simulator, start } = await setUpNetwork(context)
    const run = await start({}, { 'api-url': simulator.url }).done
    expect(run.outputs['outcome']).toBe('passed')
  })

  test.concurrent('without it the first request fails for good, and the error says what to set', async (context) => {
    const { simulator, start } = await setUpNetwork(context)
    const run = await start({ NODE_EXTRA_CA_CERTS: '' }, { ...PATIENT, 'api-url': simulator.url }).done
    expect(run.outputs['outcome']).toBe('error')
    expect(run.stdout).toMatch(/certificate of 127\.0\.0\.1:\d+ is not trusted .*set NODE_EXTRA_CA_CERTS/)
    expect(simulator.log.entries).toEqual([])
  })

  test.concurrent('it fails for good behind a proxy as well', async (context) => {
    const { proxy, start } = await setUpNetwork(context)
    const run = await start({ NODE_EXTRA_CA_CERTS: '', https_proxy: proxy.url }, PATIENT).done
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
