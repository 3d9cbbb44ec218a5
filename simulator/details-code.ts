import type { RunFacts } from './details.ts'
import type { JsonObject } from './wire.ts'

/*
 * Default details of runs that execute code or an agent, in the fields that the contract documents.
 * Where it leaves the shape of an error open, errors are what Playwright itself reports: messages of
 * several lines with colour codes.
 */

const RED = '\u001b[31m'
const DIM = '\u001b[2m'
const RESET = '\u001b[39m'
const RESET_DIM = '\u001b[22m'

/** A failed expectation as Playwright prints it, colours and code frame included. */
const PLAYWRIGHT_MESSAGE = [
  `Error: ${DIM}expect(${RESET_DIM}${RED}locator${RESET}${DIM}).${RESET_DIM}toBeVisible${DIM}()${RESET_DIM} failed`,
  '',
  "Locator:  getByRole('button', { name: 'Pay now' })",
  'Expected: visible',
  `Received: ${RED}<element(s) not found>${RESET}`,
  'Timeout:  5000ms',
  '',
  'Call log:',
  `${DIM}  - Expect "toBeVisible" with timeout 5000ms${RESET_DIM}`,
  `${DIM}  - waiting for getByRole('button', { name: 'Pay now' })${RESET_DIM}`,
].join('\n')

const PLAYWRIGHT_FRAME = [
  `  21 |   await page.goto('/cart')`,
  `  22 |   await page.getByRole('link', { name: 'Checkout' }).click()`,
  `${RED}>${RESET} 23 |   await expect(page.getByRole('button', { name: 'Pay now' })).toBeVisible()`,
  `     |                                                               ${RED}^${RESET}`,
].join('\n')

/** `browserCheckResult`, with one error as text when the run failed. */
export function describeBrowserRun({ failed, startedAtMs, durationMs }: RunFacts): JsonObject {
  return {
    type: 'PLAYWRIGHT',
    traceSummary: { consoleErrors: 0, networkErrors: failed ? 1 : 0, documentErrors: 0, userScriptErrors: 0 },
    pages: [{ url: 'https://shop.example.com/cart' }],
    errors: failed ? [`${PLAYWRIGHT_MESSAGE}\n\n    at /check/checkout.spec.ts:23:63`] : [],
    startTime: startedAtMs,
    endTime: startedAtMs + durationMs,
    runtimeVersion: '2026.04',
    jobLog: null,
    jobAssets: null,
  }
}

/** `multiStepCheckResult`, with one error as text when the run failed. */
export function describeMultiStepRun({ failed, startedAtMs, durationMs }: RunFacts): JsonObject {
  const message = `Error: ${DIM}expect(${RESET_DIM}${RED}response${RESET}${DIM}).${RESET_DIM}toBeOK()`
  return {
    errors: failed
      ? [`${message}\n\nResponse: ${RED}502 Bad Gateway${RESET}\n    at /check/orders.spec.ts:14:26`]
      : [],
    startTime: startedAtMs,
    endTime: startedAtMs + durationMs,
    runtimeVersion: '2026.04',
    jobLog: null,
    jobAssets: null,
  }
}

/** `playwrightCheckResult`, with one free-form error object when the run failed. */
export function describePlaywrightRun({ failed }: RunFacts): JsonObject {
  const error = {
    message: PLAYWRIGHT_MESSAGE,
    stack: `${PLAYWRIGHT_MESSAGE}\n    at /suite/tests/checkout.spec.ts:23:63`,
    snippet: PLAYWRIGHT_FRAME,
    location: { file: '/suite/tests/checkout.spec.ts', line: 23, column: 63 },
    title: 'checkout › pays with a saved card',
  }
  return { errors: failed ? [error] : [], playwrightTraceFiles: [], jobLog: null, jobAssets: null }
}

/** `agenticCheckResult`: one assertion that does not hold when the run failed, or an error when it broke. */
export function describeAgenticRun({ failed, broken }: RunFacts): JsonObject {
  return {
    summary: failed ? 'The order page shows no confirmation.' : 'The order was placed.',
    prompt: 'Order a coffee and see that the confirmation appears.',
    assertions: [
      {
        condition: 'A confirmation with an order number is shown',
        passed: !failed,
        expected: 'an order number',
        actual: failed ? 'the text "Something went wrong"' : 'order 10017',
      },
    ],
    suggestions: [],
    steps: [{ type: 'message', output: 'Opened the shop.', sequenceNumber: 1 }],
    errors: broken ? [{ error: { message: 'The agent ran out of steps.' } }] : [],
    artifactManifest: null,
  }
}
