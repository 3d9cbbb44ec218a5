import { buildRetries, buildRun, type SessionOptions } from './build-session.ts'

const LOCATIONS = ['eu-west-1', 'us-east-1', 'ap-southeast-1', 'eu-central-1', 'us-west-1', 'sa-east-1']

// Name and check type. Every type of the contract is there.
const PASSING: readonly (readonly [string, string])[] = [
  ['Homepage', 'BROWSER'],
  ['Product search', 'BROWSER'],
  ['Category pages', 'BROWSER'],
  ['Add to cart', 'BROWSER'],
  ['Newsletter sign-up', 'BROWSER'],
  ['Order history', 'MULTI_STEP'],
  ['Returns flow', 'MULTI_STEP'],
  ['Gift card flow', 'MULTI_STEP'],
  ['Inventory API', 'API'],
  ['Prices API', 'API'],
  ['Recommendations API', 'API'],
  ['Customers API', 'API'],
  ['Coupons API', 'API'],
  ['Shipping rates API', 'API'],
  ['Reviews API', 'API'],
  ['Webhooks API', 'API'],
  ['Status page', 'URL'],
  ['Blog', 'URL'],
  ['Help centre', 'URL'],
  ['Careers', 'URL'],
  ['Image CDN', 'URL'],
  ['SMTP relay', 'TCP'],
  ['Message broker', 'TCP'],
  ['Warehouse VPN', 'ICMP'],
  ['Edge router', 'ICMP'],
  ['shop.example.com A record', 'DNS'],
  ['MX records', 'DNS'],
  ['Nightly export', 'HEARTBEAT'],
  ['Search index rebuild', 'HEARTBEAT'],
  ['Order a coffee', 'AGENTIC'],
  ['Ask the shop assistant', 'AGENTIC'],
  ['shop.example.com certificate', 'SSL'],
  ['Stock service', 'GRPC'],
  ['Payment service', 'GRPC'],
  ['Route to the payment provider', 'TRACEROUTE'],
]

const TROUBLED: readonly SessionOptions[] = [
  {
    name: 'Orders API',
    locations: {
      'eu-west-1': [{ durationMs: 700 }],
      'us-east-1': buildRetries(1, 'FAILED', { durationMs: 800, pauseMs: 400 }),
    },
  },
  {
    name: 'Storefront e2e',
    checkType: 'PLAYWRIGHT',
    status: 'FAILED',
    locations: LOCATIONS.slice(0, 2),
    runMs: 2800,
  },
  {
    name: 'Payment provider DNS',
    checkType: 'DNS',
    locations: { 'eu-west-1': [buildRun('ERRORED', { durationMs: 500 })] },
  },
  {
    name: 'Landing page',
    checkType: 'URL',
    status: 'DEGRADED',
    locations: LOCATIONS.slice(0, 3),
    runMs: 1900,
  },
  {
    name: 'Sign-in flow',
    checkType: 'BROWSER',
    locations: { 'eu-west-1': buildRetries(2, 'PASSED', { durationMs: 600, pauseMs: 300 }) },
  },
]

/**
 * The checks of a web shop, forty of them: three fail, one is degraded, one passes after two attempts, all
 * end within 3 s. Fit for `buildSession`.
 */
export const SHOP_CHECKS: readonly SessionOptions[] = [
  ...TROUBLED,
  ...PASSING.map(([name, checkType], index) => ({
    name,
    checkType,
    // Spread over one to three locations and 0.6 to 2.6 s, the same on every run.
    locations: LOCATIONS.slice(index % 4, (index % 4) + 1 + (index % 3)),
    runMs: 600 + ((index * 347) % 2000),
  })),
]
