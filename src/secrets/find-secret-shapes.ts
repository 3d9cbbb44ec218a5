import { isOpaque, isPlaceholder, MARK } from './judge-value.ts'
import type { TextRange } from './text-range.ts'

/*
 * Credentials that are known by their shape, wherever they stand. Each pattern begins with fixed characters
 * that its own run cannot hold (or that the lookbehind forbids inside one), so each character is looked at
 * a fixed number of times.
 */

/** JSON Web Tokens (RFC 7519, 7516), also cut ones, and the prefixes that vendors give their keys. */
const TOKENS = new RegExp(
  `(?<![A-Za-z0-9_-])(?:${[
    'eyJ[\\w-]*\\.[\\w-]+(?:\\.[\\w-]*){0,3}', // signed or encrypted
    'eyJ[\\w-]{17,}', // its beginning
    'gh[pousr]_[A-Za-z0-9]{16,}|github_pat_\\w{16,}|gl(?:pat|dt|rt|ptt|ft|soat)-[\\w-]{16,}', // GitHub, GitLab
    'xox[a-z]-[\\w-]{8,}|xapp-[\\w-]{8,}', // Slack
    '[srp]k_(?:live|test)_\\w{8,}|whsec_\\w{8,}', // Stripe
    '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,}', // AWS
    'AIza[\\w-]{30,}|ya29\\.[\\w.-]{8,}|GOCSPX-[\\w-]{8,}', // Google
    'sk-(?:ant|proj|or)-[\\w-]{16,}|sk-[A-Za-z0-9]{20,}', // OpenAI, Anthropic
    'npm_[A-Za-z0-9]{30,}|pypi-AgE[\\w-]{16,}|hf_[A-Za-z0-9]{20,}|dop_v1_\\w{20,}|dckr_pat_[\\w-]{16,}',
    'SG\\.[\\w-]{8,}\\.[\\w-]{8,}|hvs\\.[\\w-]{8,}|shp(?:at|ss|ca|pa)_\\w{16,}|lin_api_\\w{16,}',
    '(?:cu|sv)_[0-9a-f]{24,}', // Checkly
  ].join('|')})`,
  'g',
)

/** `Bearer abc`, as in a header whose name is not there. */
const SCHEME =
  /(?<![\w-])(?:Bearer|Basic|ApiKey|Api-Key|SSWS|Negotiate)(?: {1,4}|%20|\+)([^\s"'`,;<>\\)\]}]+)/dgi

/** User and password in a URL, JSON's escaped slashes and percent encoding included. */
const USER_INFO = /:\\?\/\\?\/([^\s/?#"'`<>\\]+)@/dg
const ENCODED_USER_INFO = /%3A%2F%2F([^\s/?#"'`<>\\%]+(?:%3A[^\s/?#"'`<>\\%]*)?)%40/dgi

/** Whoever knows the address of a webhook can use it. */
const WEBHOOK =
  /(?:hooks\.slack\.com\/(?:services|workflows)|discord(?:app)?\.com\/api\/webhooks)\/([\w/-]+)/dgi

const PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY[A-Z ]{0,10}-----/g

/** `curl -u name:password`, `--password hunter2`. */
const USER_OPTION = /(?<!\S)(?:-u|--user|--proxy-user)[ =]{1,4}["']?([^\s"':]+:[^\s"']+)/dg

/** Where credentials of a known shape stand, in no order; stretches may overlap. */
export function findSecretShapes(text: string): TextRange[] {
  return [
    ...Array.from(text.matchAll(TOKENS), ({ index, 0: token }) => ({
      start: index,
      end: index + token.length,
    })),
    ...findGroups(text, SCHEME, (value) => isOpaque(value) && !/^\w+=$/.test(value) && !value.includes(MARK)),
    ...findGroups(text, USER_INFO, (value) => value !== 'git'),
    ...findGroups(text, ENCODED_USER_INFO, () => true),
    ...findGroups(text, WEBHOOK, () => true),
    ...findGroups(text, USER_OPTION, () => true),
    ...findPrivateKeys(text),
  ]
}

/** Where the first group of each match stands. */
function findGroups(text: string, pattern: RegExp, isMeant: (value: string) => boolean): TextRange[] {
  const ranges: TextRange[] = []
  for (const { indices, 1: value = '' } of text.matchAll(pattern)) {
    const [start = 0, end = 0] = indices?.[1] ?? []
    if (!isPlaceholder(value) && isMeant(value)) ranges.push({ start, end })
  }
  return ranges
}

/** From the first line to the last; a key that was cut goes on to the end of the text. */
function findPrivateKeys(text: string): TextRange[] {
  const ranges: TextRange[] = []
  let position = 0
  for (const { index, 0: firstLine } of text.matchAll(PRIVATE_KEY)) {
    if (index < position) continue
    const lastLine = text.indexOf('-----END', index + firstLine.length)
    const close = lastLine === -1 ? -1 : text.indexOf('-----', lastLine + 8)
    position = close === -1 ? text.length : close + 5
    ranges.push({ start: index, end: position })
  }
  return ranges
}
