/** Which sessions: given ones, or one of each check that is started first. */
export type Selection =
  | { kind: 'await'; sessionIds: string[] }
  | { kind: 'start'; checkIds: string[]; tags: string[][] }

/** The inputs that choose sessions; null for one that is not given. */
export interface Chosen {
  sessionIds: string[] | null
  checkIds: string[] | null
  tags: string[][] | null
}

/** Makes a selection of the inputs; `problem` says why they do not make one, and is null when they do. */
export function chooseSelection(
  { sessionIds, checkIds, tags }: Chosen,
  detach: boolean,
): { selection: Selection; problem: string | null } {
  if (sessionIds === null) {
    const selection: Selection = { kind: 'start', checkIds: checkIds ?? [], tags: tags ?? [] }
    return { selection, problem: checkIds === null && tags === null ? NOTHING : null }
  }
  const problem = checkIds !== null || tags !== null ? BOTH : detach ? DETACHED : null
  return { selection: { kind: 'await', sessionIds }, problem }
}

const NOTHING =
  'No sessions are chosen: give check-session-id, or check-id and/or tags. ' +
  '(An expression that comes out empty counts as not given: without a target, every check of the account would run.)'
const BOTH =
  'Both check-session-id and check-id or tags are given: await sessions that exist, or start new ones, in a step each.'
const DETACHED =
  'Input detach: "true" goes with check-id or tags; sessions given by check-session-id run already.'
