import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isIP } from 'node:net'

/** A private key and its certificate, PEM. */
export interface CertificatePair {
  key: string
  cert: string
}

// Object identifiers of X.509, as DER has them.
const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex')
const COMMON_NAME = Buffer.from('0603550403', 'hex')
const BASIC_CONSTRAINTS = Buffer.from('0603551d13', 'hex')
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex')
const TRUE = Buffer.from('0101ff', 'hex')

const DAY_MS = 86_400_000

/**
 * Makes a certificate that has signed itself, valid from a week ago until tomorrow or `untilMs` (epoch ms), for
 * a simulator with TLS: untrusted as it is, trusted by a client that is given it as a certificate authority
 * (`NODE_EXTRA_CA_CERTS`). Made anew each time, so that no private key needs to be kept.
 */
export function createCertificate(
  hosts: readonly string[] = ['127.0.0.1', '::1', 'localhost'],
  untilMs: number = Date.now() + DAY_MS,
): CertificatePair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const algorithm = encode(0x30, ECDSA_WITH_SHA256)
  // Its own, since a client that trusts several certificates looks for the issuer by name.
  const commonName = `Checkly simulator ${randomBytes(4).toString('hex')}`
  const name = encode(0x30, encode(0x31, encode(0x30, COMMON_NAME, encode(0x0c, Buffer.from(commonName)))))
  const content = encode(
    0x30,
    encode(0xa0, encode(0x02, Buffer.from([2]))),
    // Without its highest bit, which would make the serial number negative.
    encode(0x02, Buffer.from([1]), randomBytes(8)),
    algorithm,
    name,
    encode(0x30, encodeTime(Date.now() - 7 * DAY_MS), encodeTime(untilMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    encode(0xa3, encode(0x30, encodeAuthority(), encodeHosts(hosts))),
  )
  const signature = sign('sha256', content, privateKey)
  const cert = encode(0x30, content, algorithm, encode(0x03, Buffer.from([0]), signature))
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, cert: formatPem(cert) }
}

// DER: a tag, the length of the content, the content.
function encode(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function encodeTime(epochMs: number): Buffer {
  const text = new Date(epochMs).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return encode(0x17, Buffer.from(text.slice(2)))
}

function encodeAuthority(): Buffer {
  return encode(0x30, BASIC_CONSTRAINTS, TRUE, encode(0x04, encode(0x30, TRUE)))
}

function encodeHosts(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) =>
    isIP(host) === 0 ? encode(0x82, Buffer.from(host)) : encode(0x87, readIp(host)),
  )
  return encode(0x30, SUBJECT_ALT_NAME, encode(0x04, encode(0x30, ...names)))
}

function readIp(address: string): Buffer {
  if (isIP(address) === 4) return Buffer.from(address.split('.').map(Number))
  if (address === '::1') return Buffer.from('00000000000000000000000000000001', 'hex')
  throw new Error(`Of IPv6 addresses only ::1 can be certified, not ${address}.`)
}

function formatPem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
