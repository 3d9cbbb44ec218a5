import { afterEach, describe, expect, test, vi } from 'vitest'
import { findScenario } from '../../simulator/scenarios.ts'
import { playScenario } from '../../testing/demo/play-scenario.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Plays a scenario; what it prints, and the exit code that `npm start` ends with. */
async function play(name: string, inputs: Record<string, string>): Promise<{ code: number; said: string }> {
  const lines: string[] = []
  vi.spyOn(console, 'log').mockImplementation((line) => lines.push(String(line)))
  const code = await playScenario(findScenario(name), inputs)
  return { code, said: lines.join('\n') }
}

// One after the other: each scenario keeps its files in a folder of its name.
describe('a scenario', () => {
  test('ends with 0 where the API calls a session PASSED that has a degraded check', async () => {
    const { code, said } = await play('preview-degraded', {})
    expect(said).toContain('outcome failed, as this scenario has it.')
    expect(code).toBe(0)
  })

  test.each<[string, string, Record<string, string>]>([
    ['exit code was 0, its outcome passed.', 'passed-after-retry', { tags: 'staging' }],
    ['exit code was 0, its outcome detached.', 'timed-out', { tags: 'staging', detach: 'true' }],
    ['exit code was 0, its outcome no-match.', 'cancelled', { tags: 'none', 'fail-on-no-matching': 'false' }],
    ['"Checkout" FAILED in eu-central-1', 'preview-failed', { tags: 'preview' }],
  ])('ends with 0 and says "%s": %s with %j', async (says, name, inputs) => {
    const { code, said } = await play(name, inputs)
    expect(said).toContain(says)
    expect(code).toBe(0)
  })
})
