import { countThings } from '../../text/words.ts'

/** Check types in words (Checkly Public API, `checkType`). */
const CHECK_TYPES: Readonly<Record<string, string>> = {
  AGENTIC: 'agentic check',
  API: 'API check',
  BROWSER: 'browser check',
  DNS: 'DNS monitor',
  GRPC: 'gRPC monitor',
  HEARTBEAT: 'heartbeat monitor',
  ICMP: 'ICMP monitor',
  MULTI_STEP: 'multistep check',
  PLAYWRIGHT: 'Playwright check suite',
  SSL: 'SSL monitor',
  TCP: 'TCP monitor',
  TRACEROUTE: 'traceroute monitor',
  URL: 'URL monitor',
}

/** What started a session, in words (Checkly Public API, `runSource`). */
const RUN_SOURCES: Readonly<Record<string, string>> = {
  CLI_DEPLOY: 'run by a CLI deployment',
  DEPLOYMENT: 'run by a deployment',
  DEPLOYMENT_CACHE_WARMER: 'run to warm the cache of a deployment',
  EDITOR: 'run from the editor',
  GROUP_RUN_ALL: 'run with its whole group',
  LEGACY_TRIGGER: 'run by a trigger link',
  SCHEDULER: 'run on schedule',
  SCHEDULE_NOW: 'run by hand with “schedule now”',
  TEST_NO_RECORD: 'run as an unrecorded test',
  TEST_RECORD: 'run as a recorded test',
  TRIGGER_API: 'triggered through the API',
  TRIGGER_NO_RECORD: 'triggered from the CLI, unrecorded',
  TRIGGER_RECORD: 'triggered from the CLI, recorded',
}

/** So many checks of a type: `2 browser checks`, `1 check of type NEW_KIND`, `2 checks of unknown type`. */
export function countChecksOfType(count: number, checkType: string): string {
  const known = lookUp(CHECK_TYPES, checkType)
  if (known !== undefined) return countThings(count, known)
  return `${countThings(count, 'check')} of ${checkType === '' ? 'unknown type' : `type ${checkType}`}`
}

/** The check's type in words; an unknown type as the API spells it. '' for ''. */
export function describeCheckType(checkType: string): string {
  return lookUp(CHECK_TYPES, checkType) ?? checkType
}

/** What started the session in words; '' when the API does not say. */
export function describeRunSource(runSource: string | null): string {
  return lookUp(RUN_SOURCES, runSource ?? '') ?? runSource ?? ''
}

function lookUp(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}
