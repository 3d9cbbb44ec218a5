import { request } from 'node:http'

/*
 * The floor: the least that a Node script can do to await one check session. An ES module that uses
 * `node:http` and reads `process.env`; no retries, no log, no outputs.
 */

const { API_URL, API_KEY, ACCOUNT_ID, SESSION_ID } = process.env
const url = `${API_URL}/v2/check-sessions/${SESSION_ID}/completion?maxWaitSeconds=30`
const headers = { authorization: `Bearer ${API_KEY}`, 'x-checkly-account': ACCOUNT_ID }

request(url, { headers }, (response) => {
  let body = ''
  response.setEncoding('utf8')
  response.on('data', (chunk) => {
    body += chunk
  })
  response.on('end', () => {
    process.exitCode = JSON.parse(body).status === 'PASSED' ? 0 : 1
  })
}).end()
