/** Variables that change how Node.js reaches the API. */
const TELLING = [
  'https_proxy',
  'HTTPS_PROXY',
  'no_proxy',
  'NO_PROXY',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_SYSTEM_CA',
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'NODE_OPTIONS',
]

/** What the step runs on, for the debug log: `Node.js v24.11.0 on linux x64; set: https_proxy`. No values. */
export function describeRuntime({
  version,
  platform,
  arch,
  env,
}: Pick<NodeJS.Process, 'version' | 'platform' | 'arch' | 'env'>): string {
  const set = TELLING.filter((name) => (env[name] ?? '') !== '')
  const told = set.length === 0 ? 'no variable for proxies and certificates' : set.join(', ')
  return `Node.js ${version} on ${platform} ${arch}; set: ${told}`
}
