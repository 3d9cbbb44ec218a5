import type { WorkflowCase } from '../workflow-case.ts'
import { AFTER_A_DEPLOYMENT_ELSEWHERE } from './after-a-deployment-elsewhere.ts'
import { ALLOW_DEGRADED } from './allow-degraded.ts'
import { AWAIT_A_SESSION } from './await-a-session.ts'
import { AWAIT_BEHIND_AN_ENVIRONMENT } from './await-behind-an-environment.ts'
import { AWAIT_IN_A_MATRIX } from './await-in-a-matrix.ts'
import { BLOCKING_AND_INFORMATIVE } from './blocking-and-informative.ts'
import { CANARY } from './canary.ts'
import { COMMENT_ON_PULL_REQUEST } from './comment-on-pull-request.ts'
import { GATE_PRODUCTION_DEPLOYMENT } from './gate-production-deployment.ts'
import { MONOREPO } from './monorepo.ts'
import { NIGHTLY_REPORT } from './nightly-report.ts'
import { OWN_WORKFLOWS } from './own-workflows.ts'
import { PREVIEW_AFTER_A_DEPLOYMENT_ELSEWHERE } from './preview-after-a-deployment-elsewhere.ts'
import { PREVIEW_ON_PULL_REQUEST } from './preview-on-pull-request.ts'
import { PUBLISH_JUNIT } from './publish-junit.ts'
import { README } from './readme.ts'
import { RUN_FAILED_AGAIN } from './run-failed-again.ts'
import { SAME_CHECKS_IN_THREE_ENVIRONMENTS } from './same-checks-in-three-environments.ts'
import { SLACK_MESSAGE } from './slack-message.ts'
import { SMOKE_TEST_AND_ROLL_BACK } from './smoke-test-and-roll-back.ts'
import { START_TEST_SESSIONS_AND_AWAIT_LATER } from './start-test-sessions-and-await-later.ts'

/** Everything that the end-to-end run runs. A test makes sure that each example is among it. */
export const CASES: readonly WorkflowCase[] = [
  ...OWN_WORKFLOWS,
  ...README,
  ...AWAIT_A_SESSION,
  ...GATE_PRODUCTION_DEPLOYMENT,
  ...SMOKE_TEST_AND_ROLL_BACK,
  ...CANARY,
  ...AFTER_A_DEPLOYMENT_ELSEWHERE,
  ...BLOCKING_AND_INFORMATIVE,
  ...RUN_FAILED_AGAIN,
  ...NIGHTLY_REPORT,
  ...SLACK_MESSAGE,
  ...PUBLISH_JUNIT,
  ...MONOREPO,
  ...AWAIT_IN_A_MATRIX,
  ...AWAIT_BEHIND_AN_ENVIRONMENT,
  ...COMMENT_ON_PULL_REQUEST,
  ...ALLOW_DEGRADED,
  ...PREVIEW_ON_PULL_REQUEST,
  ...PREVIEW_AFTER_A_DEPLOYMENT_ELSEWHERE,
  ...SAME_CHECKS_IN_THREE_ENVIRONMENTS,
  ...START_TEST_SESSIONS_AND_AWAIT_LATER,
]
