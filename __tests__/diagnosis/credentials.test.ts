import { describe, expect, test } from 'vitest'
import { extractFailureDetails } from '../../src/diagnosis/extract-failure-details.ts'

const SECRET = `q7Hs${'2kL9'.repeat(6)}`

/** Texts with a credential, as they are met in answers. */
const TEXTS: [kind: string, text: string][] = [
  [
    'a header in a call log',
    `boom\nCall log:\n  - → GET https://x.dev/\n    - Authorization: ApiKey ${SECRET}\n`,
  ],
  ['a folded one', `boom - cookie: sid=${SECRET}; theme=dark - accept: */*`],
  ['a coloured one', `boom\n\u001b[2m    - x-api-key:\u001b[22m \u001b[31m${SECRET}\u001b[39m\n`],
  ['a URL', `boom at https://x.dev/cb?code=${SECRET}&page=2`],
  ['a user of a URL', `boom at https://joe:${SECRET}@x.dev/`],
  ['a field of JSON', `boom {"access_token":"${SECRET}","n":1}`],
  ['a field of JSON in JSON', `boom {"body":"{\\"access_token\\":\\"${SECRET}\\"}"}`],
  ['a scheme', `boom, sent Bearer ${SECRET}`],
  ['one where the line is cut', `${'boom '.repeat(37)} token=${SECRET} end`],
  [
    'one where the excerpt is cut',
    `boom\n${`${'x'.repeat(99)}\n`.repeat(24)}${'x'.repeat(70)} token=${SECRET}`,
  ],
]

const run = (error: unknown) => ({ errors: [error] })
const api = (part: object) => ({
  apiCheckResult: { response: { status: 500 }, request: {}, assertions: [], ...part },
})
const failed = { source: 'TEXT_BODY', comparison: 'CONTAINS', target: 'x', error: 'x', actual: 'y' }

/** Where texts from outside stand in answers, and are shown. */
const PLACES: [place: string, checkType: string, build: (text: string) => unknown][] = [
  ['an error', 'BROWSER', (text) => ({ browserCheckResult: run(text) })],
  [
    'a message',
    'MULTI_STEP',
    (text) => ({ multiStepCheckResult: run({ message: text, stack: `${text}\n    at a` }) }),
  ],
  ['a stack', 'PLAYWRIGHT', (text) => ({ playwrightCheckResult: run({ stack: text }) })],
  [
    'a cause',
    'PLAYWRIGHT',
    (text) => ({ playwrightCheckResult: run({ message: 'a', cause: { message: text } }) }),
  ],
  ['a thrown value', 'PLAYWRIGHT', (text) => ({ errors: [{ value: text }] })],
  ['a snippet', 'PLAYWRIGHT', (text) => ({ errors: [{ message: 'a', snippet: text }] })],
  ['a title', 'PLAYWRIGHT', (text) => ({ errors: [{ message: 'a', testTitle: text }] })],
  ['a log', 'BROWSER', (text) => ({ browserCheckResult: { jobLog: [{ msg: text, level: 'ERROR' }] } })],
  ['a value of an assertion', 'API', (text) => api({ assertions: [{ ...failed, actual: text }] })],
  ['the target of an assertion', 'API', (text) => api({ assertions: [{ ...failed, target: text }] })],
  [
    'the error of an assertion',
    'API',
    (text) => api({ assertions: [{ ...failed, actual: null, error: text }] }),
  ],
  ['a request', 'API', (text) => api({ request: { method: 'GET', url: text } })],
  ['an error of a request', 'API', (text) => api({ requestError: text })],
  ['a script', 'API', (text) => api({ jobLog: { teardown: [{ msg: text, level: 'ERROR' }] } })],
  ['a summary of an agent', 'AGENTIC', (text) => ({ agenticCheckResult: { summary: text } })],
  [
    'a condition',
    'AGENTIC',
    (text) => ({ agenticCheckResult: { assertions: [{ condition: text, passed: false }] } }),
  ],
  [
    'a message of gRPC',
    'GRPC',
    (text) => ({ grpcCheckResult: { grpcStatusCode: 14, response: { grpcStatusMessage: text } } }),
  ],
  ['an error of scheduling', 'URL', (text) => ({ scheduleError: text })],
]

describe("other people's credentials are in no part of the details", () => {
  test.each(
    PLACES.flatMap(([place, type, build]) =>
      TEXTS.map(([kind, text]) => ({ place, kind, type, body: build(text) })),
    ),
  )('$place: $kind', ({ type, body }) => {
    const details = extractFailureDetails(body, type)
    expect(details).not.toBe(null)
    expect(JSON.stringify(details)).not.toContain(SECRET.slice(0, 4))
  })

  test('an assertion on a header or a field with one shows no values', () => {
    const assertions = ['set-cookie', '$.data.accessToken', 'etag'].map((property) => ({
      ...failed,
      property,
    }))
    expect(extractFailureDetails(api({ assertions }), 'API')?.assertions).toStrictEqual([
      { subject: 'text body set-cookie', expected: 'to contain ***', actual: '***' },
      { subject: 'text body $.data.accessToken', expected: 'to contain ***', actual: '***' },
      { subject: 'text body etag', expected: 'to contain x', actual: 'y' },
    ])
  })

  test('and their places are counted, those that are shown', () => {
    const request = {
      method: 'GET',
      url: `https://x.dev/?key=${SECRET}&sig=${SECRET}`,
      headers: { cookie: SECRET },
    }
    expect(extractFailureDetails(api({ request, requestError: 'boom' }), 'API')?.credentialsHidden).toBe(2)
    expect(extractFailureDetails(api({ requestError: 'boom' }), 'API')?.credentialsHidden).toBe(0)
  })
})
