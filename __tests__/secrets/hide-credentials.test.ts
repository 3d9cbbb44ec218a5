import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countHidden, hideCredentials } from '../../src/secrets/hide-credentials.ts'
import { chooseRuns, IS_WHOLE } from '../../testing/choose-runs.ts'
import { compareGrowth } from '../support/compare-growth.ts'

const hide = (text: string) => hideCredentials(text).text

/** Made up, and put together here, so that nobody's scanner takes them for real ones. */
const OPAQUE = `q7Hs${'2kL9'.repeat(6)}`
const JWT = `eyJ${'hbGciOi4'.repeat(2)}.eyJ${'zdWIiOi4'.repeat(2)}.${'s1G'.repeat(8)}`

/** Credentials whose name tells what they are. */
const NAMED: [name: string, value: string][] = [
  ['Authorization', `Bearer ${OPAQUE}`],
  ['authorization', `Basic ${OPAQUE}==`],
  ['Authorization', `ApiKey ${OPAQUE}`],
  ['AUTHORIZATION', OPAQUE],
  ['Proxy-Authorization', `Basic ${OPAQUE}`],
  ['Cookie', `session=${OPAQUE}`],
  ['Set-Cookie', `sid=${OPAQUE}; Path=/; HttpOnly`],
  ['x-api-key', OPAQUE],
  ['X-Auth-Token', OPAQUE],
  ['x-amz-security-token', OPAQUE],
  ['x-goog-api-key', OPAQUE],
  ['x-csrf-token', OPAQUE],
  ['Ocp-Apim-Subscription-Key', OPAQUE],
  ['x-vercel-protection-bypass', OPAQUE],
  ['cf-access-client-secret', OPAQUE],
  ['password', `${OPAQUE}!`],
  ['token', OPAQUE],
  ['secret', OPAQUE],
  ['client_secret', OPAQUE],
  ['refresh_token', OPAQUE],
  ['accessToken', OPAQUE],
  ['idToken', JWT],
  ['apiKey', OPAQUE],
  ['api_key', OPAQUE],
  ['DB_PASSWORD', OPAQUE],
  ['AWS_SECRET_ACCESS_KEY', OPAQUE],
  ['privateKey', OPAQUE],
  ['passphrase', OPAQUE],
  ['credential', OPAQUE],
  ['user_credentials', OPAQUE],
  ['new_password_confirmation', OPAQUE],
]

const inJson = (name: string, value: string) => JSON.stringify({ method: 'GET', [name]: value, page: 2 })

/** Forms in which a name and its value are met. */
const FORMS: [form: string, write: (name: string, value: string) => string][] = [
  ['a header', (name, value) => `GET / HTTP/1.1\n${name}: ${value}\nAccept: */*`],
  ['a header without a blank', (name, value) => `${name}:${value}`],
  [
    'a call log',
    (name, value) => `Call log:\n  - → GET https://x.dev/\n    - ${name}: ${value}\n    - accept: */*`,
  ],
  ['a call log with wide dashes', (name, value) => `     -   accept: */*\n     -   ${name}: ${value}`],
  [
    'a call log folded to one line',
    (name, value) => `→ GET https://x.dev/ - ${name}: ${value} - accept: */*`,
  ],
  [
    'a call log in JSON',
    (name, value) => JSON.stringify({ message: `x\n  - ${name}: ${value}\n  - accept: */*` }),
  ],
  ['curl', (name, value) => `curl -v -H '${name}: ${value}' https://x.dev/`],
  ['output of curl', (name, value) => `> GET / HTTP/2\n> ${name}: ${value}\n> accept: */*`],
  ['JSON', inJson],
  ['JSON over several lines', (name, value) => JSON.stringify({ headers: { [name]: value } }, null, 2)],
  ['JSON in JSON', (name, value) => JSON.stringify({ body: inJson(name, value) })],
  ['JSON in JSON in JSON', (name, value) => JSON.stringify(JSON.stringify(inJson(name, value)))],
  ['JSON that was cut', (name, value) => inJson(name, value).slice(0, -12)],
  ['a list of values', (name, value) => JSON.stringify({ [name]: [value, value] }, null, 1)],
  ['an object as Node prints it', (name, value) => `{ page: 2, '${name}': '${value}' }`],
  [
    'fields called name and value',
    (name, value) =>
      JSON.stringify([
        { name, value },
        { name: 'a', value: 'b' },
      ]),
  ],
  ['an attribute', (name, value) => `<input name="${name}" type="hidden" value="${value}">`],
  ['an encoded body', (name, value) => `body=${encodeURIComponent(inJson(name, value))}`],
  ['JSON in HTML', (name, value) => `<p>${inJson(name, value).replaceAll('"', '&quot;')}</p>`],
  ['a diff', (name, value) => `- Expected\n+ Received\n-   "${name}": "a",\n+   "${name}": "${value}",`],
  ['a sentence', (name, value) => `It was sent with ${name}: ${value} and then refused`],
  ['a variable', (name, value) => `NODE_ENV=test ${name}="${value}" npm test`],
  ['code', (name, value) => `> 12 |   const options = { '${name}': "${value}" }`],
]

/** Names of parameters; their values are hidden in URLs. */
const PARAMETERS = [
  ...[
    'access_token',
    'api_key',
    'apikey',
    'key',
    'sig',
    'signature',
    'sv',
    'code',
    'password',
    'token',
    'auth',
  ],
  ...[
    'X-Amz-Signature',
    'X-Amz-Credential',
    'X-Amz-Security-Token',
    'X-Goog-Signature',
    'x-vercel-protection-bypass',
  ],
  ...[
    'Signature',
    'Policy',
    'id_token',
    'client_secret',
    'session',
    'SAMLResponse',
    'subscription-key',
    'ticket',
  ],
]

const URLS: [form: string, write: (name: string, value: string) => string][] = [
  ['first', (name, value) => `GET https://x.dev/a?${name}=${value}&page=2`],
  ['last', (name, value) => `https://x.dev/a?page=2&${name}=${value}`],
  ['in the fragment', (name, value) => `navigated to "https://x.dev/a#${name}=${value}&page=2"`],
  ['in JSON', (name, value) => JSON.stringify({ url: `https://x.dev/a?page=2&${name}=${value}`, n: 1 })],
  [
    'in JSON with escapes',
    (name, value) => `{"url":"https:\\/\\/x.dev\\/?a=b\\u0026${name}=${value}\\u0026page=2"}`,
  ],
  ['in HTML', (name, value) => `<a href="https://x.dev/?page=2&amp;${name}=${value}&amp;x=1">`],
  [
    'in another URL',
    (name, value) => `/login?to=${encodeURIComponent(`https://x.dev/?${name}=${value}&page=2`)}`,
  ],
  ['in brackets', (name, value) => `(see https://x.dev/?${name}=${value})`],
]

/** Known by their shape, whatever stands around them. */
const SHAPES: [kind: string, secret: string][] = [
  ['a JSON Web Token', JWT],
  ['a short one', 'eyJabc.def.ghi'],
  ['a cut one', JWT.slice(0, 22)],
  ['a token of GitHub', `ghp_${'aB3'.repeat(12)}`],
  ['a fine-grained one', `github_pat_${'aB3_'.repeat(12)}`],
  ['one of GitLab', `glpat-${'aB3-'.repeat(6)}`],
  ['one of Slack', `xoxb-${'123-'.repeat(6)}abc`],
  ['a key of Stripe', `sk_live_${'aB3'.repeat(8)}`],
  ['one of AWS', `AKIA${'ABC2'.repeat(4)}`],
  ['one of Google', `AIza${'aB3_'.repeat(9)}`],
  ['one of OpenAI', `sk-proj-${'aB3_'.repeat(9)}`],
  ['one of npm', `npm_${'aB3'.repeat(12)}`],
  ['one of Checkly', `cu_${'0af3'.repeat(8)}`],
]

const PLACES: [place: string, write: (secret: string) => string][] = [
  ['prose', (secret) => `The server said ${secret}, and that was all`],
  ['quotes', (secret) => `Received: "${secret}"`],
  ['JSON', (secret) => JSON.stringify({ data: secret })],
  ['JSON in JSON', (secret) => JSON.stringify({ body: JSON.stringify({ data: secret }) })],
  ['a path', (secret) => `https://x.dev/invites/${secret}/accept`],
  ['a call log', (secret) => `  - navigated to "https://x.dev/${secret}"\n  - unexpected value "${secret}"`],
  ['a list', (secret) => `[${secret}, ${secret}]`],
]

describe('credentials are hidden', () => {
  const named = FORMS.flatMap(([form, write]) =>
    NAMED.map(([name, value]) => [form, name, write(name, value)]),
  )
  test.each(named)('in %s: %s', (_, name = '', text = '') => {
    expect(hide(text)).not.toContain(OPAQUE.slice(0, 8))
    expect(hide(text)).not.toContain(JWT.slice(0, 12))
    expect(hide(text).toLowerCase()).toContain(name.toLowerCase())
    expect(hideCredentials(text).hidden).toBeGreaterThan(0)
  })

  const parameters = URLS.flatMap(([form, write]) =>
    PARAMETERS.map((name) => [form, name, write(name, OPAQUE)]),
  )
  test.each(parameters)('in a URL, %s: %s', (_, name, text = '') => {
    expect(hide(text)).not.toContain(OPAQUE.slice(0, 8))
    expect(hide(text)).toContain(`${name}`)
    if (text.includes('page')) expect(hide(text)).toMatch(/page(?:=|%3D)2/)
  })

  const shapes = PLACES.flatMap(([place, write]) =>
    SHAPES.map(([kind, secret]) => [place, kind, secret, write(secret)]),
  )
  test.each(shapes)('in %s: %s', (_place, _kind, secret = '', text = '') => {
    expect(hide(text)).not.toContain(secret)
    expect(hide(text)).not.toContain(secret.slice(4))
  })

  test.each([
    ['users of a URL', `https://joe:${OPAQUE}@x.dev/a`, 'https://***@x.dev/a'],
    ['a token as a user', `https://${OPAQUE}@github.com/a/b`, 'https://***@github.com/a/b'],
    ['a password with @ in it', `postgres://joe:p@${OPAQUE}@db:5432/x`, 'postgres://***@db:5432/x'],
    ['a URL with escaped slashes', `"https:\\/\\/joe:${OPAQUE}@x.dev\\/a"`, '"https:\\/\\/***@x.dev\\/a"'],
    ['an encoded URL whose user is a part of the rest', 'x%3A%2F%2F40%40host', 'x%3A%2F%2F***%40host'],
    ['an encoded URL', `?u=https%3A%2F%2Fjoe%3A${OPAQUE}%40x.dev`, '?u=https%3A%2F%2F***%40x.dev'],
    ['an option of curl', `curl -u joe:${OPAQUE} https://x.dev`, 'curl -u *** https://x.dev'],
    [
      'a webhook',
      `POST https://hooks.slack.com/services/T0/B0/${OPAQUE}`,
      'POST https://hooks.slack.com/services/***',
    ],
    ['a scheme in prose', `refused Bearer ${OPAQUE}.`, 'refused Bearer ***'],
    ['a form', `user=joe&user[password]=${OPAQUE}&page=2`, 'user=joe&user[password]=***&page=2'],
    ['YAML', 'user: joe\npassword: swordfish\npage: 2', 'user: joe\npassword: ***\npage: 2'],
    ['a short one in prose', 'Invalid CSRF token: a1b2c3, try again', 'Invalid CSRF token: ***, try again'],
    ['a name of two words', 'API key: abc123', 'API key: ***'],
    ['Digest', 'a Authorization: Digest username="joe", response="abc" b', 'a Authorization: *** b'],
    [
      'a signed request',
      'got Authorization: AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c0ffee and refused it',
      'got Authorization: *** and refused it',
    ],
    ['cookies in prose', 'with cookie: a=b1; c=d2 - accept: x', 'with cookie: *** - accept: x'],
    ['metadata', "[{ key: 'authorization', value: 'abc' }]", "[{ key: 'authorization', value: '***' }]"],
    ['a raw list of headers', '["Host","x.dev","Cookie","a=b"]', '["Host","x.dev","Cookie","***"]'],
    ['a map', '{Authorization=Bearer abc1, Accept=x}', '{Authorization=***, Accept=x}'],
    ['a quote in JSON', '{"password":"a\\"b","page":2}', '{"password":"***","page":2}'],
    [
      'a password field',
      '<input type="password" value="swordfish"/>',
      '<input type="password" value="***"/>',
    ],
    ['what was typed', "await page.fill('#password', 'swordfish')", "await page.fill('#password', '***')"],
    [
      'what a locator typed',
      "11 | getByLabel('User').fill('joe')\n12 | getByLabel('Password').fill('swordfish')",
      "11 | getByLabel('User').fill('joe')\n12 | getByLabel('Password').fill('***')",
    ],
    [
      'what the call log says was typed',
      '  - waiting for getByLabel(\'Password\')\n    - fill("swordfish")\n  - attempting fill action',
      '  - waiting for getByLabel(\'Password\')\n    - fill("***")\n  - attempting fill action',
    ],
    ['a private key', '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\nx', '***\nx'],
    [
      'a private key in JSON',
      '{"k":"-----BEGIN PRIVATE KEY-----\\nMII\\n-----END PRIVATE KEY-----\\n"}',
      '{"k":"***\\n"}',
    ],
    ['a private key that was cut', 'x -----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\nbnNz', 'x ***'],
  ])('%s', (_, text, shown) => {
    expect(hide(text)).toBe(shown)
  })

  test('and counted', () => {
    const text = `Authorization: Bearer ${JWT}\nCookie: a=b\nhttps://u:p@x.dev/?key=1234&page=2`
    const result = hideCredentials(text)
    expect(result).toStrictEqual({
      text: 'Authorization: ***\nCookie: ***\nhttps://***@x.dev/?key=***&page=2',
      hidden: 4,
    })
    expect(countHidden(result.text)).toBe(4)
    expect(countHidden('a password of ******** and ** in *bold*')).toBe(0)
  })
})

describe('ordinary text stays whole', () => {
  test.each([
    'expected token count to be 5',
    'password field is visible',
    'password: must be at least 8 characters long',
    'GET /keys?page=2&sort=-created',
    'session expired',
    'Your session: expired 5 minutes ago',
    'Authorization header missing',
    'Authorization: missing',
    'authorization: Bearer token required',
    'Basic authentication failed for this user',
    'WWW-Authenticate: Bearer realm="example", error="invalid_token"',
    '401 Unauthorized: invalid token: expected 3 parts',
    'the API key is invalid',
    'Missing secret: STRIPE_KEY',
    'api_key={{API_KEY}} and token=\u0024{TOKEN}',
    'Cookie banner: visible',
    'Accept all cookies',
    'token: null, password: undefined, secret: ***',
    'tokens=5 max_tokens: 4096, token: 12',
    '{"token_type":"bearer","expires_in":3600,"nextPageToken":"CAUQAA1x"}',
    '{"errors":{"password":["is too short"],"token":"has expired"}}',
    '{"key":"value","code":"ECONNREFUSED","sessions":[],"author":"joe"}',
    'code: 404, key: 12, signature: (a, b) => void',
    'checkSessionId: 4a9f77ad-e509-4927-a344-63e188a5407e',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479 and 9fceb02d0ae598e95dc970b74767f19372d61af8',
    'order_8Jx2Lm0pQz dGVzdA== req_01HZX3 sk-loading-spinner-container npm_config_registry',
    "getByTestId('auth-key')",
    "getByLabel('Password: ').click()",
    "getByRole('textbox', { name: 'password' })",
    'locator(\'input[type="password"]:not(.hidden)\').first()',
    'locator("#token:nth-child(2)")',
    '<input type="password" name="password"/>',
    "page.getByLabel('Search').fill('shoes')",
    '    at login (/app/auth/token.ts:12:5)\n    at Object.<anonymous> (file:///suite/secret.spec.js:3:1)',
    "> 12 |   await expect(page.getByLabel('Password')).toBeVisible()\n     |                                              ^",
    '  13 |   const token = process.env.TOKEN\n  14 |   headers: { Authorization: `Bearer \u0024{token}` },',
    "  15 |   const token = await getToken(user)\n  16 |   if (token === undefined) throw new Error('no token')",
    'type Login = { password: string; token?: string; secret: Secret }',
    'Unexpected token < in JSON at position 0',
    'Unexpected token: punc (})',
    "Cannot read properties of undefined (reading 'token')",
    'git clone ssh://git@github.com/shop/shop.git, https://www.npmjs.com/package/@shop/cart',
    'https://shop.example.com/reset-password?step=2&keyword=shoes&country_code=de#authors',
    'mail joe@example.com or ask @joe: he has the key',
    'Access-Control-Allow-Headers: ["Authorization", "Content-Type"]',
    'expect(received).toBe(expected) // Object.is equality\n\nExpected: 200\nReceived: 401',
    'connect ECONNREFUSED 203.0.113.9:443',
    '-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----',
  ])('%s', (text) => {
    expect(hideCredentials(text)).toStrictEqual({ text, hidden: 0 })
  })
})

describe('whatever the text is', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...[
        '"',
        "'",
        '\\"',
        '`',
        ':',
        '=',
        ' ',
        '\n',
        '\\n',
        '&',
        '?',
        '://',
        '@',
        '[',
        ']',
        '{',
        '}',
        ',',
        ';',
        '%22',
        '%3D',
      ],
      ...[
        'Authorization',
        'Cookie',
        'password',
        'token',
        'key',
        'x-api-key',
        'name',
        'value',
        'Bearer ',
        'Basic ',
        '- ',
      ],
      ...[
        'fill(',
        ')',
        'abc',
        'a1b2c3d4',
        JWT,
        '***',
        '-----BEGIN PRIVATE KEY-----',
        '-----END',
        'is',
        '&amp;',
        '\\u0026',
      ],
    ),
    fc.string({ maxLength: 6 }),
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  test('a text without credentials is not changed by hiding them again', () => {
    fc.assert(
      fc.property(text, (it) => {
        const once = hide(it)
        expect(hide(once)).toBe(once)
      }),
      { numRuns: chooseRuns(2000) },
    )
  })

  test('what is shown stands in the text, in its order', () => {
    fc.assert(
      fc.property(text, (it) => {
        const { text: shown, hidden } = hideCredentials(it)
        let position = 0
        // Stars of the text may stand beside those that hide something.
        for (const part of hidden === 0 ? [shown] : shown.split(/\*+/)) {
          const at = it.indexOf(part, position)
          expect(at).toBeGreaterThanOrEqual(position)
          position = at + part.length
        }
      }),
      { numRuns: chooseRuns(1000) },
    )
  })

  test('a field of JSON never shows its value, whatever stands in it and around it', () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9+/_.!$]{8,40}$/).map((it) => `s3C${it}`)
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 1 }),
        secret,
        fc.nat(3),
        fc.nat(2),
        (other, value, levels, index) => {
          let json = JSON.stringify({
            other,
            [['password', 'Cookie', 'apiKey'][index] ?? '']: value,
            more: 1,
          })
          for (let level = 0; level < levels; level += 1) json = JSON.stringify({ json })
          expect(hide(json)).not.toContain(value)
        },
      ),
      { numRuns: chooseRuns(1000) },
    )
  })
})

describe('time grows as the text does', () => {
  const LENGTH = IS_WHOLE ? 8000 : 2000

  test.each([
    ['blanks', ' '],
    ['letters', 'a'],
    ['quotes', '"'],
    ['backslashes', '\\'],
    ['dashes', '-'],
    ['separators', ':='],
    ['lines', '\n'],
    ['names that nothing follows', 'token='],
    ['headers in a row', 'authorization:'],
    ['headers of two words', 'proxy-authorization: a b,'],
    ['cookies', 'cookie:'],
    ['cookies with values', 'cookie: a=b; '],
    ['code', 'token=a('],
    ['statements', 'token: is '],
    ['open quotes', 'token="is '],
    ['open quotes in JSON in JSON', '\\"token\\":\\"is '],
    ['open lists', 'token=[is '],
    ['open lists in JSON', '"token":["is '],
    ['open lists with texts', 'token: [is "x" '],
    ['open lists that are hidden', 'token: [*** '],
    ['open strings in lists', 'token=["'],
    ['parameters', '?key=null'],
    ['punctuation', '?key=))))'],
    ['tokens', 'eyJ'],
    ['segments', 'eyJ.'],
    ['prefixes', 'sk-'],
    ['users', '://a:'],
    ['encoded users', '%3A%2F%2Fa'],
    ['schemes', 'Bearer+'],
    ['beginnings of keys', '-----BEGIN PRIVATE KEY-----'],
    ['calls', 'fill('],
    ['calls with arguments', "fill('token',"],
    ['names and values', '"name":"token",'],
    ['escaped breaks', '\\nCookie: a=b'],
    ['webhooks', 'hooks.slack.com/services/'],
  ])('%s', (_, unit) => {
    expect(
      compareGrowth((length) => hideCredentials(unit.repeat(length / unit.length)), LENGTH),
    ).toBeLessThan(60)
  })
})
