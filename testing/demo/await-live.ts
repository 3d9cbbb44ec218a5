import { showStep } from './show-step.ts'

/**
 * Awaits a check session of a real account and shows it; key and account come from the environment.
 * @returns the step's own exit code
 */
export async function awaitLive(id: string, inputs: Record<string, string>): Promise<number> {
  const given = { 'check-session-id': id, 'report-dir': 'report', ...inputs }
  const run = await showStep(`Check session ${id}`, given, 'live')
  console.log(`The step's exit code was ${run.exitCode}.`)
  return run.exitCode ?? 1
}
