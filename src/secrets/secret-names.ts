/**
 * What a name says of its value: `header` and `secret` hold a credential wherever they stand, `parameter`
 * only in the query of a URL, where `key` and `code` are credentials and elsewhere are not.
 */
export type NameKind = 'header' | 'secret' | 'parameter' | 'none'

/** A last word that makes any name a credential's: `refresh_token`, `dbPassword`, `x-csrf-token`. */
const SECRET_ENDS = new Set(
  [
    'password passwd passphrase passcode pwd secret jwt authorization cookie cookies credential',
    'credentials apikey accesskey secretkey privatekey authtoken accesstoken idtoken refreshtoken',
    'sessiontoken clientsecret csrf xsrf otp totp bypass auth jsessionid phpsessid sessionid sid',
  ].flatMap((line) => line.split(' ')),
)

/** `api_key` is a credential, `sort_key` and `primaryKey` are not. */
const BEFORE_KEY = new Set(
  [
    'api access secret private auth signing encryption subscription functions function account master',
    'service license shared storage consumer session deploy ssh webhook role host app',
  ].flatMap((line) => line.split(' ')),
)

/** Pages of a list and the words of a parser are called tokens too. */
const BEFORE_HARMLESS_TOKEN = new Set(['page', 'continuation', 'next', 'pagination', 'sync', 'unexpected'])

/** They follow the word that tells: `password_confirmation`, `tokenValue`. */
const TRAILING_WORDS = new Set(['confirmation', 'confirm', 'repeat', 'again', 'value', 'hash', 'raw'])

/** Query parameters: keys, OAuth codes, tickets, and the signatures of AWS, Google, Azure and CloudFront. */
const PARAMETER_ENDS = new Set([
  'key',
  'sig',
  'signature',
  'hmac',
  'pass',
  'pin',
  'ticket',
  'session',
  'sess',
])
const PARAMETERS = new Set([
  ...['code', 'sv', 'policy', 'assertion', 'clientassertion', 'codeverifier', 'samlresponse', 'samlrequest'],
  ...[
    'authcode',
    'authorizationcode',
    'verificationcode',
    'resetcode',
    'logincode',
    'invitecode',
    'sessionstate',
  ],
])

/** A name without any of these is no credential's: spares nearly all names the closer look. */
const CANDIDATE =
  /key|token|secret|pass|pwd|auth|cookie|cred|jwt|sig|sess|sid|bypass|code|sv|csrf|xsrf|otp|saml|hmac|pin|ticket|policy|assertion/i

/**
 * What the name of a header, a field, a variable or a parameter says of its value. Cases and separators do
 * not matter: `apiKey`, `API_KEY` and `x-api-key` are the same.
 */
export function classifyName(name: string): NameKind {
  if (!CANDIDATE.test(name)) return 'none'
  const words = splitWords(name)
  while (words.length > 1 && TRAILING_WORDS.has(words.at(-1) ?? '')) words.pop()
  const last = (words.at(-1) ?? '').replace(/\d+$/, '')
  if (isSecret(words, last)) return isHeader(name, last) ? 'header' : 'secret'
  return PARAMETER_ENDS.has(last) || PARAMETERS.has(words.join('')) ? 'parameter' : 'none'
}

function isSecret(words: string[], last: string): boolean {
  const before = words.at(-2) ?? ''
  if (last === 'key') return BEFORE_KEY.has(before)
  if (last === 'token') return !BEFORE_HARMLESS_TOKEN.has(before)
  // The ids of check sessions and test sessions are none; neither is an id of a token.
  if (last === 'id') return /^(?:.* )?access key id$|^session id$/.test(words.join(' '))
  // `x-hub-signature`, `x-amz-signature`, but not the signature of a function.
  if (last === 'signature') return words.length > 1
  return SECRET_ENDS.has(last)
}

function isHeader(name: string, last: string): boolean {
  return last === 'authorization' || last === 'cookie' || name.replace(/^-+/, '').includes('-')
}

function splitWords(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
}
