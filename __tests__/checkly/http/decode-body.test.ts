import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decodeBody } from '../../../src/checkly/http/decode-body.ts'

const TEXT = '{"status":"PASSED"}'
const plain = Buffer.from(TEXT)

describe('a body is decoded', () => {
  test.each<[codings: string | undefined, body: Buffer]>([
    [undefined, plain],
    ['', plain],
    ['identity', plain],
    ['gzip', gzipSync(plain)],
    ['X-GZIP', gzipSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['zstd', zstdCompressSync(plain)],
    ['deflate', deflateSync(plain)],
    // Some servers leave out the header.
    ['deflate', deflateRawSync(plain)],
    ['gzip, identity, br', brotliCompressSync(gzipSync(plain))],
  ])('of %j', async (codings, body) => {
    expect(String(await decodeBody(body, codings, 1000))).toBe(TEXT)
  })
})

describe('a body is refused', () => {
  test.each<[why: string, codings: string, body: Buffer, says: string]>([
    ['in an unknown coding', 'compress', plain, 'the answer is in a coding that is not known, compress'],
    ['that is not what it says', 'gzip', plain, "the answer's gzip coding is damaged"],
    ['that was cut', 'deflate', deflateSync(plain).subarray(0, 9), "the answer's deflate coding is damaged"],
    [
      'that becomes too large',
      'br',
      brotliCompressSync(Buffer.alloc(5000)),
      'the answer is larger than 1000 bytes',
    ],
  ])('%s', async (_why, codings, body, says) => {
    await expect(decodeBody(body, codings, 1000)).rejects.toThrow(says)
  })
})
