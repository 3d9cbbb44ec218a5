import { extractFailureDetails } from '../../src/diagnosis/extract-failure-details.ts'
import type { FailureDetails } from '../../src/diagnosis/failure-details.ts'

/* Answers of the check results API, read as the step reads them. */

/** An API check whose request was answered with 503. */
export const API_503 = read('API', {
  apiCheckResult: {
    assertions: [
      {
        source: 'STATUS_CODE',
        comparison: 'EQUALS',
        target: 200,
        error: 'expected 503 to equal 200',
        actual: 503,
      },
    ],
    request: { method: 'GET', url: 'https://shop.example.com/api/checkout?cart=42' },
    response: { status: 503, statusText: 'Service Unavailable' },
    requestError: null,
  },
})

/** The same of a preview. */
export const PREVIEW_503 = read('API', {
  apiCheckResult: {
    assertions: [{ source: 'STATUS_CODE', comparison: 'EQUALS', target: 200, error: 'x', actual: 503 }],
    request: { method: 'GET', url: 'https://pr-42.preview.shop.example.com/api/orders' },
    response: { status: 503, statusText: 'Service Unavailable' },
    requestError: null,
  },
})

/** A multistep check whose second request was not answered well. */
export const MULTISTEP_ERROR = read('MULTI_STEP', {
  multiStepCheckResult: {
    errors: ['expect(response).toBeOK()\n\nResponse: 502 Bad Gateway\n    at /check/export.spec.ts:14:26'],
  },
})

/** An API check with several failed assertions. */
export const API_ASSERTIONS = read('API', {
  apiCheckResult: {
    assertions: [
      { source: 'STATUS_CODE', comparison: 'EQUALS', target: 201, error: 'x', actual: 200 },
      {
        source: 'JSON_BODY',
        property: '$.order.state',
        comparison: 'EQUALS',
        target: 'paid',
        error: 'x',
        actual: 'open',
      },
      { source: 'RESPONSE_TIME', comparison: 'LESS_THAN', target: 800, error: 'x', actual: 1934 },
    ],
    request: { method: 'POST', url: 'https://shop.example.com/api/orders' },
    response: { status: 200, statusText: 'OK' },
    requestError: null,
  },
})

/** An API check whose request was never answered. */
export const API_REFUSED = read('API', {
  apiCheckResult: {
    assertions: [],
    request: { method: 'GET', url: 'https://search.example.com/?q=shoes' },
    requestError: 'connect ECONNREFUSED 203.0.113.9:443',
  },
})

/** A Playwright suite with an error of several coloured lines. */
export const PLAYWRIGHT_ERROR = read('PLAYWRIGHT', {
  playwrightCheckResult: {
    errors: [
      {
        error: {
          message: [
            '\u001b[2mexpect(\u001b[22m\u001b[31mlocator\u001b[39m\u001b[2m).\u001b[22mtoHaveText\u001b[2m(\u001b[22m\u001b[32mexpected\u001b[39m\u001b[2m)\u001b[22m failed',
            '',
            "Locator:  getByTestId('order-total')",
            'Expected: \u001b[32m"€ 119.00"\u001b[39m',
            'Received: \u001b[31m"€ 0.00"\u001b[39m',
            'Timeout:  5000ms',
            '',
            'Call log:',
            '\u001b[2m  - Expect "toHaveText" with timeout 5000ms\u001b[22m',
            "\u001b[2m  - waiting for getByTestId('order-total')\u001b[22m",
            '    9 × locator resolved to <span data-testid="order-total">€ 0.00</span>',
          ].join('\n'),
          stack: '    at /suite/tests/checkout.spec.ts:36:51',
        },
        snippet: [
          '  34 |   await page.getByRole("button", { name: "Add to cart" }).click()',
          '  35 |   await page.goto("/checkout")',
          '> 36 |   await expect(page.getByTestId("order-total")).toHaveText("€ 119.00")',
          '     |                                                 ^',
        ].join('\n'),
        testTitle: 'checkout › shows the total of the cart',
        projectName: 'chromium',
        testFile: 'tests/checkout.spec.ts',
      },
      { error: { message: 'Test timeout of 30000ms exceeded.' } },
    ],
  },
})

/** A browser check with an error as text. */
export const BROWSER_ERROR = read('BROWSER', {
  browserCheckResult: {
    errors: [
      'page.goto: net::ERR_NAME_NOT_RESOLVED at https://shop.example.com/\nCall log:\n  - navigating to "https://shop.example.com/", waiting until "load"\n\n    at /check/home.spec.ts:4:14',
    ],
  },
})

/** An SSL monitor whose certificate is not trusted. */
export const SSL_UNTRUSTED = read('SSL', {
  sslCheckResult: {
    chainTrusted: false,
    hostnameVerified: true,
    daysUntilExpiry: 61,
    tlsVersion: 'TLSv1.3',
    request: { hostname: 'shop.example.com' },
    assertions: [],
    response: {
      chainTrustDetail: 'unable to verify the first certificate',
      missingIntermediate: 'Example CA 2',
    },
  },
})

function read(checkType: string, body: unknown): FailureDetails {
  const details = extractFailureDetails(body, checkType)
  if (details === null) throw new Error(`The sample of ${checkType} says nothing.`)
  return details
}
