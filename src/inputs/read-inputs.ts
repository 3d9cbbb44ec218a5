import { chooseSelection, type Selection } from './choose-selection.ts'
import { createInputReader, type GetInput, type InputReader } from './input-reader.ts'
import { parseMoment } from './parse-moment.ts'
import { listDoubtfulTags } from './parse-tags.ts'
import {
  LONGEST_TIMEOUT_SECONDS,
  parseApiKey,
  parseApiUrl,
  parseBoolean,
  parseChoice,
  parseFolder,
  parseStatuses,
  parseUuid,
  parseWholeNumber,
  UUID,
} from './parse-values.ts'
import { createHideableTest } from './secret-lines.ts'

export { InputError } from './input-error.ts'

/** How the API is reached, and whether sessions are cancelled: all that the post step needs. */
export interface ConnectionInputs {
  apiKey: string
  accountId: string | null
  apiUrl: URL
  cancelUnfinished: boolean
}

/** The inputs as the step uses them; times in the unit that the name says. */
export interface Inputs extends ConnectionInputs {
  selection: Selection
  refreshCache: boolean
  failOnNoMatching: boolean
  detach: boolean
  timeoutMs: number
  maxWaitSeconds: number
  /** Epoch milliseconds: a session that started before this does not count. Null: none is too old. */
  startedAfterMs: number | null
  passingStatuses: string[]
  failFast: boolean
  jobSummary: 'always' | 'on-failure' | 'never'
  annotations: boolean
  failureDetails: boolean
  /** As given; checked when the folder is made. */
  reportDir: string | null
  /** Sentences for the log: what was filled in or left out. */
  notes: string[]
  /** Sentences for warnings: values that are used as they are and may be a mistake. */
  warnings: string[]
}

/**
 * Reads and checks all inputs. Blanks and line breaks around a value are dropped; an empty one counts
 * as not given. One InputError names all that is wrong.
 * @param get - reads an input; '' for one that is not given
 * @param env - the runner's variables: what stands in for inputs, the workspace, the event and its file
 */
export async function readInputs(get: GetInput, env: NodeJS.ProcessEnv): Promise<Inputs> {
  const reader = createInputReader(get, env)
  const notes: string[] = []
  const warnings: string[] = []
  const flag = (name: Parameters<GetInput>[0]): boolean => reader.read(name, parseBoolean)

  const connection = readConnection(reader)
  const selection = await chooseSelection(reader, {
    env,
    isHideable: createHideableTest(get, env),
    note: (sentence) => notes.push(sentence),
    warn: (sentence) => warnings.push(sentence),
  })
  const detach = flag('detach')
  const inputs: Inputs = {
    ...connection,
    // With detach, what was started is to run on.
    cancelUnfinished: connection.cancelUnfinished && !detach,
    selection,
    refreshCache: flag('refresh-cache'),
    failOnNoMatching: flag('fail-on-no-matching'),
    detach,
    timeoutMs:
      1000 * reader.read('timeout', (text) => parseWholeNumber(text, 1, LONGEST_TIMEOUT_SECONDS, 'seconds')),
    maxWaitSeconds: reader.read('max-wait-seconds', (text) => parseWholeNumber(text, 1, 30, 'seconds')),
    startedAfterMs: reader.readIfGiven('started-after', parseMoment),
    passingStatuses: reader.read('passing-statuses', parseStatuses),
    failFast: flag('fail-fast'),
    jobSummary: reader.read('job-summary', (text) => parseChoice(text, ['always', 'on-failure', 'never'])),
    annotations: flag('annotations'),
    failureDetails: flag('failure-details'),
    reportDir: reader.readIfGiven('report-dir', parseFolder),
    notes,
    warnings,
  }
  reader.end()
  if (selection.kind === 'start') warnings.push(...listDoubtfulTags(selection.tags))
  return inputs
}

/** Reads what the post step needs. Throws InputError. */
export function readConnectionInputs(get: GetInput, env: NodeJS.ProcessEnv): ConnectionInputs {
  const reader = createInputReader(get, env)
  const connection = readConnection(reader)
  reader.end()
  return connection
}

function readConnection(reader: InputReader): ConnectionInputs {
  const apiKey = reader.readIfGiven('api-key', parseApiKey)
  if (apiKey === null) {
    reader.refuse(
      'Input api-key is missing: give it, or set CHECKLY_API_KEY in the environment (an empty secret counts as missing).',
    )
  }
  const accountId = reader.readIfGiven('account-id', parseUuid)
  if (accountId === undefined && UUID.test(apiKey ?? '')) {
    reader.refuse('The key looks like an account ID: api-key and account-id seem to be swapped.')
  }
  return {
    apiKey: apiKey ?? '',
    accountId,
    apiUrl: reader.read('api-url', parseApiUrl),
    cancelUnfinished: reader.read('cancel-unfinished', parseBoolean),
  }
}
