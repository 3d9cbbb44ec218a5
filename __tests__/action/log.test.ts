import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, vi } from 'vitest'
import { buildRun, buildSession } from '../../simulator/build-session.ts'
import { runGate, runStep, startGate, test } from './support.ts'

describe('the log while the step waits', () => {
  test.concurrent('says what is awaited, its link, each 408 with the time and the locations, the verdict', async ({
    startApi,
  }) => {
    const session = buildSession({
      name: 'Order flow',
      durationMs: 'manual',
      locations: {
        'eu-west-1': [buildRun('PASSED', { durationMs: 10 })],
        'us-east-1': [{ durationMs: 'manual' }],
      },
    })
    const api = await startApi({ sessions: [session] })
    const { done, waitForOutput } = startGate(api, {
      'check-session-id': session.id,
      'max-wait-seconds': '1',
      timeout: '30',
    })
    await waitForOutput(/^Still running/m)
    api.sessions.end(session.id)
    const { lines } = await done
    const [awaiting, ...others] = lines.filter((line) => line !== '' && !line.startsWith('::add-mask'))
    expect(awaiting).toMatch(new RegExp(`^Awaiting 1 check session ${session.id} for at most \\d+ s$`))
    expect(others.slice(0, 2)).toEqual([
      `Order flow: https://app.checklyhq.com/checks/${session.checkId}/check-sessions/${session.id}`,
      expect.stringMatching(
        /^Still running, \d+(\.\d)? s gone, \d+ s left; 1 of 2 locations finished: eu-west-1 passed$/,
      ),
    ])
    expect(others.at(-1)).toMatch(/^✓ "Order flow" PASSED after \d+(\.\d)? s\.$/)
  })

  test.concurrent('says what went wrong and when it is tried again', async ({ startApi }) => {
    const session = buildSession({ ended: true })
    const api = await startApi({
      sessions: [session],
      faults: [
        {
          route: 'completion',
          nth: 1,
          behaviour: { kind: 'respond', status: 503, json: { message: 'Come back later' } },
        },
        { route: 'completion', nth: 2, behaviour: { kind: 'cut-body' } },
      ],
    })
    const { lines, code } = await runStep(api, { 'check-session-id': session.id })
    expect(code).toBe(0)
    // A request that took its time is tried again at once.
    const pause = /trying again(?: in [\d.]+ m?s)?, [\d.]+ m?s gone, [\d.]+ s left$/
    const told = lines.filter((line) => pause.test(line))
    expect(told).toEqual([
      expect.stringMatching(/^the API answered 503: Come back later; /),
      expect.stringMatching(/^the connection was cut in the middle of the answer; /),
    ])
  })

  test.concurrent('is whole when it is read slowly', async ({ startApi, folder }) => {
    const sessions = Array.from({ length: 500 }, (_, index) =>
      buildSession({ ended: true, name: `${index} ${'long name '.repeat(90)}` }),
    )
    const api = await startApi({ sessions })
    const summary = join(folder, 'summary.md')
    writeFileSync(summary, '')
    const { child, done } = startGate(
      api,
      // So many take their time on a busy machine.
      { 'check-session-id': sessions.map(({ id }) => id).join('\n'), timeout: '120' },
      { files: { GITHUB_STEP_SUMMARY: summary } },
    )
    child.stdout.pause()
    // Written after the log: from then on the step only waits for its reader.
    await vi.waitFor(() => expect(readFileSync(summary, 'utf8')).not.toBe(''), { timeout: 20_000 })
    child.stdout.resume()
    const { code, lines, stdout } = await done
    expect(code).toBe(0)
    expect(stdout.length).toBeGreaterThan(400_000)
    expect(lines.at(-2)).toMatch(/^✓ All 500 checks passed/)
  })

  test.concurrent('with debug logging tells of each request and of what changes the way there', async ({
    startApi,
  }) => {
    const session = buildSession({ status: 'FAILED', durationMs: 'manual' })
    const faults = [
      { route: 'completion', nth: 1, behaviour: { kind: 'drop', ending: 'reset' } },
      { route: 'check-result', behaviour: { kind: 'respond', status: 500 } },
    ] as const
    const api = await startApi({ sessions: [session], faults: [...faults] })
    const env = { RUNNER_DEBUG: '1', no_proxy: 'example.com' }
    const inputs = { 'check-session-id': session.id, 'max-wait-seconds': '1' }
    const { done, waitForOutput } = startGate(api, inputs, { env })
    await waitForOutput(/completion\?maxWaitSeconds=1: 408, /)
    api.sessions.end(session.id)
    const { lines } = await done
    const [runtime, ...requests] = lines.filter((line) => line.startsWith('::debug::'))
    expect(runtime).toBe(
      `::debug::Node.js ${process.version} on ${process.platform} ${process.arch}; set: no_proxy`,
    )
    const poll = `::debug::GET /v2/check-sessions/${session.id}/completion\\?maxWaitSeconds=1:`
    const polls = requests.filter((line) => line.includes('/completion'))
    expect(polls[0]).toMatch(new RegExp(`^${poll} ECONNRESET, .* after [\\d.]+ m?s$`))
    expect(polls[1]).toMatch(new RegExp(`^${poll} 408, \\d+ characters after \\d`))
    expect(polls.at(-1)).toMatch(new RegExp(`^${poll} 200, \\d+ characters after \\d`))
    expect(requests.join()).toMatch(/GET \/v1\/check-results\/\S+: 500, /)
    const quiet = await runStep(api, inputs)
    expect(quiet.stdout).not.toContain('::debug::')
  })

  test.concurrent('does not depend on the snapshot', async ({ startApi }) => {
    const session = buildSession({ durationMs: 'manual' })
    const api = await startApi({
      sessions: [session],
      faults: [{ route: 'snapshot', behaviour: { kind: 'respond', status: 500 } }],
    })
    const running = runGate(api, { 'check-session-id': session.id })
    await api.waitForRequest(({ fault }) => fault !== null)
    api.sessions.end(session.id)
    const run = await running
    expect(run.code).toBe(0)
    expect(run.stdout).not.toMatch(/500|::warning/)
  })

  test.concurrent('gives many sessions a line each as they end, with counts, and names the last few', async ({
    startApi,
  }) => {
    const sessions = ['Cart', 'Search', 'Home'].map((name, index) => {
      return buildSession({ name, status: index === 1 ? 'FAILED' : 'PASSED', durationMs: 'manual' })
    })
    const api = await startApi({ sessions })
    const ids = sessions.map(({ id }) => id)
    const { done, waitForOutput } = startGate(api, { 'check-session-id': ids.join(' ') })
    await Promise.all(['Cart: http', 'Search: http', 'Home: http'].map(waitForOutput))
    for (const [index, { id, name = '' }] of sessions.entries()) {
      api.sessions.end(id)
      await waitForOutput(new RegExp(`^. ${name} .*${index + 1} of 3 finished`, 'm'))
    }
    const { lines } = await done
    expect(lines.filter((line) => line.includes(' of 3 finished'))).toEqual([
      expect.stringMatching(
        /^✓ Cart PASSED \(ran .*\); 1 of 3 finished, .* gone, .* left; still running: Search, Home$/,
      ),
      expect.stringMatching(
        /^✗ Search FAILED \(ran .*\) https:.*; 2 of 3 finished, 1 failed, .*; still running: Home$/,
      ),
      expect.stringMatching(/^✓ Home PASSED \(ran .*\); 3 of 3 finished, 1 failed, .* left$/),
    ])
  })

  test.concurrent('holds no command that text from outside brought in', async ({ startApi }) => {
    const evil = '::set-output name=outcome::passed'
    const session = buildSession({
      name: `${evil}\n${evil}\r::error::boo`,
      durationMs: 'manual',
      status: 'FAILED',
      locations: { [`\n${evil}`]: [{ hasFailures: true, durationMs: 10 }] },
      extra: { checkSessionLink: `javascript:alert(1)\n${evil}` },
    })
    const faults = [
      {
        route: 'completion',
        nth: 1,
        behaviour: { kind: 'respond', status: 500, json: { message: `\n${evil}` } },
      },
    ] as const
    const api = await startApi({ sessions: [session], faults })
    const { done, waitForOutput } = startGate(api, { 'check-session-id': session.id })
    // The trouble, and the link, in either order.
    await Promise.all([waitForOutput('answered 500'), waitForOutput('javascript:alert')])
    api.sessions.end(session.id)
    const run = await done
    expect(run.code).toBe(1)
    const commands = run.stdout.split(/\r\n|\n|\r/).filter((line) => /^\s*::/.test(line))
    const names = commands.map((line) => /^\s*::([\w-]+)/.exec(line)?.[1])
    expect([...new Set(names)].sort()).toEqual(['add-mask', 'endgroup', 'error', 'group'])
    expect(commands.filter((line) => line.startsWith('::error') && !line.includes('::error title='))).toEqual(
      [],
    )
    expect(run.outputs['outcome']).toBe('failed')
  })
})
