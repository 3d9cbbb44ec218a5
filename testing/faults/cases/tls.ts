import type { Socket } from 'node:net'
import { createCertificate } from '../../../simulator/create-certificate.ts'
import type { FaultCase } from '../fault-case.ts'
import { after, givesUp, isRefused, passes } from '../fault-case.ts'

const NEVER_SENT = { requests: [0, 0] } as const

/** Lets the first connection through later, or deals with it otherwise. */
function spoilFirst(spoil: (socket: Socket, letThrough: () => void) => void) {
  let count = 0
  return (socket: Socket, letThrough: () => void): void => {
    count += 1
    if (count === 1) spoil(socket, letThrough)
    else letThrough()
  }
}

/** TLS: what cannot be trusted fails at once and says so; what is only slow is awaited. */
export const TLS: readonly FaultCase[] = [
  { name: 'TLS by a private authority', listener: () => ({ tls: createCertificate() }), expect: passes(1) },
  {
    name: 'TLS that shakes hands for two seconds',
    listener: () => ({
      tls: createCertificate(),
      onConnection: spoilFirst((_socket, letThrough) => setTimeout(letThrough, 2000)),
    }),
    expect: passes(1, { seconds: after(1.9) }),
  },
  {
    name: 'TLS that never shakes hands',
    listener: () => ({ tls: createCertificate(), onConnection: () => {} }),
    expect: givesUp(/No verdict/, { requests: [0, 0] }),
  },
  {
    name: 'TLS cut in the handshake, once',
    listener: () => ({
      tls: createCertificate(),
      onConnection: spoilFirst((socket) => void socket.once('data', () => socket.destroy())),
    }),
    expect: passes(1),
  },
  {
    name: 'a certificate that is not trusted',
    listener: () => ({ tls: createCertificate() }),
    distrusted: true,
    expect: isRefused(/certificate of 127\.0\.0\.1:\d+ is not trusted.*NODE_EXTRA_CA_CERTS/, NEVER_SENT),
  },
  {
    name: 'a certificate of another host',
    listener: () => ({ tls: createCertificate(['api.checkly.example']) }),
    expect: isRefused(/certificate of 127\.0\.0\.1:\d+ .*ERR_TLS_CERT_ALTNAME_INVALID/, NEVER_SENT),
  },
  {
    name: 'a certificate that has expired',
    listener: () => ({ tls: createCertificate(undefined, Date.now() - 3_600_000) }),
    expect: isRefused(/certificate of 127\.0\.0\.1:\d+ .*CERT_HAS_EXPIRED/, NEVER_SENT),
  },
  {
    name: 'plain HTTP where TLS is expected',
    listener: () => ({
      tls: createCertificate(),
      onConnection: (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    }),
    expect: givesUp(/TLS failed, or is not spoken there \(EPROTO/, { requests: [0, 0] }),
  },
  {
    name: 'TLS where plain HTTP is expected',
    listener: () => ({ tls: createCertificate() }),
    arrange: ({ simulator }) => ({ inputs: { 'api-url': simulator.url.replace('https:', 'http:') } }),
    actionOnly: 'another address is given to it',
    expect: givesUp(/reset|socket hang up|ECONNRESET/, { requests: [0, 0] }),
  },
]
