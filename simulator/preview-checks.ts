import type { CheckScript, TestCheckScript } from './script.ts'

/** Address of the preview that the checks below run against. */
export const PREVIEW_URL = 'https://pr-42.preview.shop.example.com'

/** Checks of a preview, of several types. All pass, within 3 s. */
export const PASSING_PREVIEW: readonly TestCheckScript[] = [
  { name: 'Login', checkType: 'BROWSER', durationMs: 1800 },
  { name: 'Checkout', checkType: 'PLAYWRIGHT', durationMs: 2600 },
  { name: 'Order history', checkType: 'MULTI_STEP', durationMs: 1500, startsAfterMs: 400 },
  { name: 'Orders API', url: `${PREVIEW_URL}/api/orders`, durationMs: 700 },
  { name: 'Prices API', url: `${PREVIEW_URL}/api/prices`, durationMs: 600, startsAfterMs: 200 },
  // It ignores variables: it goes on testing production.
  { name: 'Landing page', checkType: 'URL', durationMs: 500 },
]

/** The same, but the suite fails, the API has an error that was known before, and the login needs a retry. */
export const FAILING_PREVIEW: readonly TestCheckScript[] = PASSING_PREVIEW.map((check) => {
  if (check.name === 'Checkout') {
    const errorGroup = { message: "Pay button is not visible: getByRole('button', { name: 'Pay now' })" }
    return { ...check, status: 'FAILED', errorGroup }
  }
  if (check.name === 'Orders API') {
    const known = { firstSeenAgoMs: 3 * 86_400_000, environments: ['staging'] }
    return { ...check, status: 'FAILED', errorGroup: { message: 'expected 503 to equal 200', ...known } }
  }
  return check.name === 'Login' ? { ...check, durationMs: 900, retries: 1 } : check
})

/** The same, but an API answers too slowly. */
export const DEGRADED_PREVIEW: readonly TestCheckScript[] = PASSING_PREVIEW.map((check) =>
  check.name === 'Prices API' ? { ...check, status: 'DEGRADED', durationMs: 2400 } : check,
)

/**
 * The passing ones as checks of the account, for a step that starts them with the address as a variable. The sign-in
 * API is configured with the address of production, as happens: it passes, and says nothing of the preview.
 */
export const STARTED_PREVIEW: readonly CheckScript[] = [
  ...PASSING_PREVIEW.map(({ name, checkType, ...test }) => ({
    name: name ?? '',
    tags: ['shop'],
    checkType: checkType ?? 'API',
    test: { ...test, ...(test.url === undefined ? {} : { url: useVariable(test.url) }) },
  })),
  {
    name: 'Sign-in API',
    tags: ['shop'],
    checkType: 'API',
    test: { url: 'https://shop.example.com/api/sign-in', durationMs: 400 },
  },
]

function useVariable(url: string): string {
  return url.replace(PREVIEW_URL, '{{ENVIRONMENT_URL}}')
}
