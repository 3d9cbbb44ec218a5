import * as v from 'valibot'

/*
 * The bodies that the API takes, each named as in its documentation. Fields that the documentation does not
 * list are refused, so that a client cannot rely on one.
 */

const MaybeText = v.exactOptional(v.nullable(v.string()))

/** It makes the vendor's GitHub App report by itself. */
const TestSessionGitHubMetadata = v.strictObject({
  reporting: v.boolean(),
  repository: MaybeText,
  sha: MaybeText,
  runId: MaybeText,
  runAttempt: MaybeText,
  workflow: MaybeText,
  job: MaybeText,
  eventName: MaybeText,
  ref: MaybeText,
  headRef: MaybeText,
  baseRef: MaybeText,
  serverUrl: MaybeText,
})

export const TestSessionMetadata = v.strictObject({
  environment: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
  repoUrl: MaybeText,
  commitId: MaybeText,
  commitOwner: MaybeText,
  commitMessage: MaybeText,
  branchName: MaybeText,
  github: v.exactOptional(TestSessionGitHubMetadata),
})

const Uuid = v.pipe(v.string(), v.uuid())
const Key = v.pipe(v.string(), v.minLength(1))

const TestSessionEnvironmentVariable = v.variant('secret', [
  v.strictObject({ key: Key, locked: v.optional(v.boolean()), value: v.unknown(), secret: v.literal(true) }),
  v.strictObject({
    key: Key,
    locked: v.optional(v.boolean()),
    value: v.nullable(v.pipe(v.string(), v.minLength(1))),
    secret: v.optional(v.literal(false)),
  }),
])

const retryFields = {
  baseBackoffSeconds: v.optional(v.number(), 60),
  sameRegion: v.optional(v.boolean(), true),
  onlyOn: v.optional(v.array(v.literal('NETWORK_ERROR'))),
}

const RetryStrategy = v.variant('type', [
  v.strictObject({
    ...retryFields,
    type: v.picklist(['FIXED', 'LINEAR', 'EXPONENTIAL']),
    maxRetries: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(10)), 2),
    maxDurationSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600)), 600),
  }),
  v.strictObject({ ...retryFields, type: v.literal('SINGLE_RETRY') }),
])

export const TriggerTestSessionRequest = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1)),
  runLocation: v.pipe(v.string(), v.minLength(1)),
  target: v.optional(
    v.strictObject({
      matchTags: v.optional(v.array(v.array(v.pipe(v.string(), v.minLength(1))))),
      checkId: v.optional(v.array(Uuid)),
      allowDeactivated: v.optional(v.boolean()),
    }),
  ),
  environmentVariables: v.optional(v.pipe(v.array(TestSessionEnvironmentVariable), v.maxLength(50))),
  retryStrategy: v.optional(v.nullable(RetryStrategy)),
  refreshCache: v.optional(v.boolean()),
  metadata: v.optional(TestSessionMetadata),
})

export const CheckSessionsV2TriggerRequest = v.strictObject({
  target: v.optional(
    v.strictObject({
      matchTags: v.optional(v.array(v.array(v.string()))),
      checkId: v.optional(v.array(Uuid)),
    }),
  ),
  refreshCache: v.optional(v.boolean()),
})

/** `CheckSessionsV1CancelRequest` and `TestSessionsV1CancelRequest`, which are the same. */
export const CancelRequest = v.strictObject({
  sequenceId: v.optional(v.pipe(v.array(Uuid), v.minLength(1))),
})
