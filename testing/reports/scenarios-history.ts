import type { SampleReport } from './build-report.ts'
import { API_503, API_ASSERTIONS, API_REFUSED, BROWSER_ERROR, PLAYWRIGHT_ERROR } from './sample-details.ts'
import { errorBefore, failingBefore, notKnownBefore, passedBefore } from './sample-histories.ts'
import { FIVE_PASSED, fail, makePassed } from './sample-sessions.ts'

/** Summaries of gates that closed and tell whether it was this deployment, by name. */
export const HISTORY_SCENARIOS: Readonly<Record<string, SampleReport>> = {
  'new-failure': {
    sessions: [
      {
        ...fail('Login', { 'eu-west-1': 'FF', 'us-east-1': 'P' }, BROWSER_ERROR),
        type: 'BROWSER',
        histories: { 'eu-west-1': passedBefore(4) },
      },
    ],
  },

  'known-failure': {
    sessions: [
      {
        ...fail('Orders API', { 'eu-west-1': 'FF', 'us-east-1': 'P' }, API_503),
        histories: { 'eu-west-1': failingBefore(41) },
      },
    ],
  },

  'new-and-known': {
    sessions: [
      {
        ...fail('Orders API', { 'eu-west-1': 'FF', 'us-east-1': 'FF' }, API_503),
        histories: { 'eu-west-1': failingBefore(41), 'us-east-1': failingBefore(41) },
      },
      {
        ...fail('Login', { 'eu-west-1': 'FF', 'us-east-1': 'P' }, BROWSER_ERROR),
        type: 'BROWSER',
        histories: { 'eu-west-1': passedBefore(4) },
      },
    ],
  },

  'forty-new-known-and-not-known': {
    waitedMs: 12_000,
    sessions: [
      ...makePassed(18),
      {
        ...fail('Orders API', { ...FIVE_PASSED, 'eu-west-1': 'FF', 'eu-central-1': 'FF' }, API_ASSERTIONS),
        histories: { 'eu-west-1': failingBefore(41), 'eu-central-1': failingBefore(40) },
      },
      ...makePassed(9, 18),
      {
        ...fail('Search', { 'eu-west-1': 'EE', 'us-east-1': 'EE' }, API_REFUSED),
        histories: { 'eu-west-1': passedBefore(4), 'us-east-1': failingBefore(12) },
      },
      ...makePassed(8, 27),
      {
        ...fail('Login', { 'eu-west-1': 'FF', 'us-east-1': 'P' }, BROWSER_ERROR),
        type: 'BROWSER',
        histories: { 'eu-west-1': passedBefore(4, 9) },
      },
      { ...fail('Returns', { 'eu-west-1': 'F' }, null), histories: { 'eu-west-1': notKnownBefore() } },
    ],
  },

  'none-is-new': {
    sessions: [
      ...makePassed(6),
      {
        ...fail('Orders API', { 'eu-west-1': 'FF' }, API_503),
        histories: { 'eu-west-1': failingBefore(41) },
      },
      {
        ...fail('Search', { 'eu-west-1': 'EE' }, API_REFUSED),
        histories: { 'eu-west-1': failingBefore(12) },
      },
    ],
  },

  'preview-new-and-known': {
    environmentUrl: 'https://pr-42.preview.shop.example.com',
    sessions: [
      {
        ...fail('Checkout suite', { 'eu-central-1': 'F' }, PLAYWRIGHT_ERROR),
        type: 'PLAYWRIGHT',
        histories: { 'eu-central-1': errorBefore(0, ['preview']) },
      },
      {
        ...fail('Orders API', { 'eu-central-1': 'F' }, API_503),
        histories: { 'eu-central-1': errorBefore(72, ['staging', 'preview']) },
      },
      ...makePassed(4),
    ],
  },
}
