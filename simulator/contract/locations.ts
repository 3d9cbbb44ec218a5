import { dateTime, flag, list, maybe, number, optional, strict, text, uuid } from './strict.ts'

export const LocationList = list(strict({ region: text, name: text }))

const privateLocationKeys = strict({
  id: uuid,
  rawKey: text,
  maskedKey: text,
  created_at: dateTime,
  updated_at: maybe(dateTime),
})

/** `runningAgents` is there when the query says `versions=true`, and `projectBindings` the stand-in never sends. */
const privateLocationsSchema = strict({
  id: uuid,
  name: text,
  slugName: text,
  icon: optional(text),
  created_at: dateTime,
  updated_at: maybe(dateTime),
  keys: optional(list(privateLocationKeys)),
  proxyUrl: maybe(text),
  lastSeen: maybe(dateTime),
  agentCount: maybe(number),
  minAgentVersion: maybe(text),
  runningAgents: optional(
    list(
      strict({
        version: text,
        isOutdated: flag,
        count: number,
        agents: list(strict({ id: text, lastSeenAt: text })),
      }),
    ),
  ),
})

export const privateLocationsListSchema = list(privateLocationsSchema)
