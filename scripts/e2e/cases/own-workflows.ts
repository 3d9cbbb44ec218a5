import type { ExpectedStep, WorkflowCase } from '../workflow-case.ts'

const action: WorkflowCase = {
  title: 'the job that uses the action',
  workflow: '.github/workflows/test.yml',
  event: 'push',
  job: 'action',
  matrix: 'os:ubuntu-latest',
  jobs: {
    action: {
      result: 'success',
      steps: {
        'Check out': 'success',
        'Set up Node': 'success',
        'Install what the stand-in API needs': 'success',
        'Start the stand-in API': 'success',
        'Await a session that passes': { result: 'success', outputs: { outcome: 'passed' } },
        'Start checks by tag and await them': { result: 'success', summary: 'Checkout' },
        'Await a session that fails': { result: 'failure', outputs: { outcome: 'failed' } },
        Compare: 'success',
        'Stop the stand-in API': 'success',
      },
    },
  },
}

const failures: WorkflowCase = {
  title: 'what later steps and jobs see',
  workflow: 'scripts/e2e/workflows/failures.yml',
  event: 'workflow_dispatch',
  checks: [
    {
      name: 'Search',
      tags: ['fails'],
      session: { locations: { 'eu-west-1': [{ hasFailures: true }], 'us-east-1': [{}] } },
    },
    {
      name: 'Basket',
      tags: ['endless'],
      checkType: 'PLAYWRIGHT',
      session: { durationMs: 'manual', locations: { 'eu-west-1': [{ durationMs: 60_000 }] } },
    },
  ],
  jobs: {
    fails: {
      result: 'failure',
      steps: {
        'Check out': 'success',
        Gate: { result: 'failure', prints: '::error', summary: 'Search' },
        Next: 'skipped',
        'On failure': { result: 'success', prints: 'failed false FAILED 1 1' },
        Always: { result: 'success', prints: 'Search\neu-west-1\nus-east-1' },
        'Post Gate': 'success',
      },
    },
    after: { result: 'skipped' },
    afterwards: {
      result: 'success',
      steps: { Results: { result: 'success', prints: 'failure skipped failed, sessions: 1' } },
    },
    timeout: {
      result: 'failure',
      steps: {
        'Check out': 'success',
        Gate: { result: 'failure', outputs: { passed: 'false', status: '' }, summary: 'Basket' },
        'On failure': { result: 'success', prints: 'timeout, unfinished 1' },
        'Post Gate': 'success',
      },
    },
    tolerated: {
      result: 'success',
      steps: {
        'Check out': 'success',
        Gate: { result: 'failure', outputs: { outcome: 'failed' } },
        Next: { result: 'success', prints: 'failure success failed' },
        'On failure': 'skipped',
      },
    },
  },
  requests: (log) => ({
    'what did not end was cancelled, once': log.filter(({ route }) => route === 'cancel').length === 1,
  }),
}

const refusedStep: ExpectedStep = { result: 'failure', outputs: { outcome: 'error', passed: 'false' } }
const refusals: WorkflowCase = {
  title: 'no verdict',
  workflow: 'scripts/e2e/workflows/refusals.yml',
  event: 'workflow_dispatch',
  checks: [{ name: 'Front page', tags: ['production'] }],
  jobs: {
    refused: {
      result: 'success',
      steps: {
        'Check out': 'success',
        'No key': { ...refusedStep, prints: 'api-key' },
        'Nothing chosen': { ...refusedStep, prints: 'check-session-id' },
        'Two ways of choosing': { ...refusedStep, prints: 'check-session-id' },
        'Bad timeout': { ...refusedStep, prints: '10m' },
        'Bad key': { ...refusedStep, prints: '401' },
        Unreachable: { ...refusedStep, prints: '127.0.0.1:9' },
      },
    },
    'no-match': {
      result: 'failure',
      steps: {
        'Check out': 'success',
        'Let through': { result: 'success', outputs: { outcome: 'no-match', 'check-session-ids': '[]' } },
        'Not let through': { result: 'failure', outputs: { outcome: 'no-match', passed: 'false' } },
      },
    },
  },
  requests: (log) => ({
    'nothing was started': log.every(({ route, status }) => route !== 'trigger' || status !== 201),
  }),
}

/** This repository's own workflows, and those that are here for the paths that examples do not take. */
export const OWN_WORKFLOWS: WorkflowCase[] = [action, failures, refusals]
