/** Stands for a credential that was taken out. GitHub masks with the same. */
export const MARK = '***'

/** No value, or the name of the variable that has it: `null`, `${TOKEN}`, `{{API_KEY}}`, `<hidden>`. */
const PLACEHOLDER =
  /^(?:null|undefined|none|nil|true|false|nan|[*•·x.…]{3,}|object Object\]?|[<[(]?(?:redacted|hidden|filtered|masked)[>\])]?|<[\w -]*>|\$\{.*|\{\{.*|\$[A-Z_]+|%[A-Z_]+%)$/i

/** Begins a sentence about the value: `password: must be longer`, `"token": "has expired"`. */
const STATEMENT =
  /^(?:is|isn't|are|was|were|has|have|had|must|should|cannot|can't|could|does|doesn't|did|may|will|not|too|required|requires|missing|invalid|incorrect|wrong|expired|revoked|expected|received|unexpected|visible|enabled|disabled|empty|unknown|unauthorized|forbidden|denied|rejected|refused|failed|valid|string|number|boolean|malformed|mismatch|unset|present|absent|optional)(?![\w-])/i

/** An expression instead of its value: `process.env.TOKEN`, `getToken()`, `user.password`. */
const CODE =
  /^(?:(?:process\.env|import\.meta|os\.environ|env|config|secrets|vars|this|self|window|await|new)\b[.[ ]|[A-Za-z_$][A-Za-z_$.-]*[([]|[A-Za-z_$]+(?:\.[A-Za-z_$]+)+$)/

const VARIABLE_NAME = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/

/** A scheme of the header `Authorization` that people meet (RFC 9110, 11.1). */
export const SCHEME: RegExp =
  /^(?:Bearer|Basic|Digest|Token|ApiKey|Api-Key|SSWS|Negotiate|NTLM|Hawk)(?=$|[ ,])/i

/** Whether a value tells nothing: a placeholder, or the mark that stands for what was hidden before. */
export function isPlaceholder(value: string): boolean {
  if (value.startsWith(MARK) || !/\S/.test(value)) return true
  const head = value.slice(0, 120).replace(SCHEME, '').trim()
  return head === '' || PLACEHOLDER.test(head)
}

/** Whether words about a value stand where a value could. */
export function isStatement(value: string): boolean {
  const head = value.slice(0, 120).replace(/^[\s"'\\]+/, '')
  return STATEMENT.test(head) || (SCHEME.test(head) && isWordBehindScheme(head.replace(SCHEME, '').trim()))
}

/** Whether a sentence goes on behind the name of a scheme: `Bearer token required`. */
export function isWordBehindScheme(text: string): boolean {
  return (
    STATEMENT.test(text) ||
    /^(?:tokens?|auth|authentication|authorization|scheme|header|credentials?)\b/i.test(text)
  )
}

/** Whether an unquoted value is a piece of source code, or the name of a variable. */
export function isCode(value: string): boolean {
  return CODE.test(value.slice(0, 200)) || VARIABLE_NAME.test(value.slice(0, 200))
}

/** Whether a text is no word of a language: digits, capitals in its middle, signs of base64, great length. */
export function isOpaque(value: string): boolean {
  if (value.length < 4) return false
  return value.length >= 40 || /\d|[a-z][A-Z]|[_+~/=@!#$%^*&](?=.)|^[^-]{25}/.test(value)
}
