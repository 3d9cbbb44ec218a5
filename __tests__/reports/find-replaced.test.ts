import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wasWrittenByThisJob } from '../../src/reports/find-replaced.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'checkly-gate-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(name: string, seconds: number): string {
  const path = join(folder, name)
  writeFileSync(path, '')
  utimesSync(path, seconds, seconds)
  return path
}

test('a file from after the event was written by this job, one from before was left by another', () => {
  const event = write('event.json', 2000)
  expect(wasWrittenByThisJob(write('report', 2100), event)).toBe(true)
  expect(wasWrittenByThisJob(write('report', 1900), event)).toBe(false)
})

test('without an event any file counts, and no file never does', () => {
  const report = write('report', 1900)
  expect(wasWrittenByThisJob(report, '')).toBe(true)
  expect(wasWrittenByThisJob(report, join(folder, 'gone'))).toBe(true)
  expect(wasWrittenByThisJob(join(folder, 'none'), '')).toBe(false)
})
