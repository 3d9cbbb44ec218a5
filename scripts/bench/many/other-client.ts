import { Agent, get } from 'node:http'
import type { StandIn } from '../../../testing/bench/stand-in.ts'

/** By this header its requests are told apart. */
export const OTHER_CLIENT = 'another-client'

/**
 * Uses the account's limit beside the one that is measured, as another job does: one request after the
 * other at a steady rate, whatever is answered.
 * @returns ends it
 */
export function startOtherClient(standIn: StandIn, perSecond: number): () => void {
  const agent = new Agent({ keepAlive: true })
  const headers = {
    authorization: `Bearer ${standIn.apiKey}`,
    'x-checkly-account': standIn.accountId,
    'user-agent': OTHER_CLIENT,
  }
  const timer = setInterval(() => {
    get(`${standIn.url}/next/accounts`, { agent, headers }, (response) => response.resume()).on(
      'error',
      () => {},
    )
  }, 1000 / perSecond)
  return () => {
    clearInterval(timer)
    agent.destroy()
  }
}
