import type { ChecklyClient, HistoryApi } from './checkly/checkly-client.ts'
import type { SessionsApi } from './checkly/sessions-api.ts'
import type { Inputs } from './inputs/read-inputs.ts'
import type { FindSilent } from './progress/tell-silence.ts'
import type { StartRequest } from './starting/start-sessions.ts'

/** Whom the step asks: the kind of session that it is about, and the requests that start sessions of it. */
export interface RequestPlan {
  api: SessionsApi
  /** What Checkly knows from before. */
  history: HistoryApi
  /** Empty when the sessions exist already. */
  starts: StartRequest[]
  /** Finds the private locations from which nothing has come. */
  findSilent: FindSilent
}

/** Plans what is asked of the API: check sessions are started by one request, test sessions by one for each place. */
export async function planRequests(
  { selection, refreshCache }: Inputs,
  client: ChecklyClient,
): Promise<RequestPlan> {
  const { checkSessions, loadTestSessions, history } = client
  const startedIn = 'locations' in selection ? selection.locations : null
  const findSilent: FindSilent = async (sessions, limit) => {
    const { readSilentLocations } = await import('./diagnosis/silent-locations.ts')
    return readSilentLocations(sessions, startedIn, client.readPrivateLocations, limit)
  }
  if (selection.kind === 'await') {
    const api = selection.sessionType === 'test' ? await loadTestSessions() : checkSessions
    return { api, starts: [], history, findSilent }
  }
  const { checkIds, tags } = selection
  const target = { checkIds, tags }
  if (selection.sessionType === 'check') {
    const send: StartRequest['send'] = (limit) => checkSessions.start({ target, refreshCache }, limit)
    return { api: checkSessions, starts: [{ where: '', send }], history, findSilent }
  }
  const testSessions = await loadTestSessions()
  const { locations, variables, name, nameToken, retries, allowDeactivated, metadata } = selection
  // Each of several has a name of its own, so that one whose answer is lost is not taken for another.
  const nameIn = (code: string): string =>
    nameToken !== null && locations.length > 1 ? `${name} · ${code}` : name
  const request = { target, variables, nameToken, retries, allowDeactivated, metadata, refreshCache }
  const starts = locations.map((place) => ({
    where: `in ${place.code}`,
    send: (limit: Parameters<StartRequest['send']>[0]) =>
      testSessions.start({ ...request, place, name: nameIn(place.code) }, limit),
  }))
  return { api: testSessions, starts, history, findSilent }
}
