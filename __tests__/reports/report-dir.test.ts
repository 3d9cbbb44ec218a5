import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { InputError } from '../../src/inputs/input-error.ts'
import { makeReportDir, resolveReportDir } from '../../src/reports/report-dir.ts'

let folder = ''
let workspace = ''
let outside = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'checkly-gate-test-')))
  workspace = join(folder, 'workspace')
  outside = join(folder, 'outside')
  mkdirSync(workspace)
  mkdirSync(outside)
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A link to a folder, as any process may make one. */
function link(target: string, path: string): void {
  symlinkSync(target, path, 'junction')
}

describe('the folder of the reports', () => {
  test.each(['reports', './a/b/c', '.', 'a/../b', '..name/x'])(
    'is made inside the workspace: %s',
    (given) => {
      const path = makeReportDir(given, workspace)
      expect(existsSync(path)).toBe(true)
      expect(resolveReportDir(path, workspace)).toBe(path)
    },
  )

  test.each(['..', '../outside', '/', 'a/../../outside'])('is refused outside of it: %s', (given) => {
    expect(() => makeReportDir(given, workspace)).toThrow(InputError)
    expect(() => makeReportDir(given, workspace)).toThrow('outside the workspace')
    expect(readdirSync(outside)).toEqual([])
  })

  test('is refused behind a link that leads out, and may be behind one that does not', () => {
    link(outside, join(workspace, 'out'))
    expect(() => makeReportDir('out/reports', workspace)).toThrow('through a link')
    expect(() => makeReportDir('out', workspace)).toThrow(InputError)
    expect(readdirSync(outside)).toEqual([])
    mkdirSync(join(workspace, 'real'))
    link(join(workspace, 'real'), join(workspace, 'in'))
    const path = makeReportDir('in/reports', workspace)
    expect(path).toBe(join(workspace, 'in', 'reports'))
    expect(resolveReportDir(path, workspace)).toBe(join(workspace, 'real', 'reports'))
  })

  test('is refused where a file or a link to nothing is in its place', () => {
    writeFileSync(join(workspace, 'file'), '')
    link(join(outside, 'nothing'), join(workspace, 'dangling'))
    for (const given of ['file', 'file/reports', 'dangling', 'dangling/reports']) {
      expect(() => makeReportDir(given, workspace)).toThrow(InputError)
      expect(() => makeReportDir(given, workspace)).toThrow('cannot be made')
    }
    expect(readdirSync(outside)).toEqual([])
  })

  test('is made where the workspace itself is behind a link', () => {
    link(workspace, join(folder, 'link'))
    const path = makeReportDir('reports', join(folder, 'link'))
    expect(resolveReportDir(path, join(folder, 'link'))).toBe(join(workspace, 'reports'))
  })
})

describe('looked at again after the wait, the folder', () => {
  test('is no longer written to when a link that leads out has taken its place', () => {
    const path = makeReportDir('reports', workspace)
    rmSync(path, { recursive: true })
    link(outside, path)
    expect(() => resolveReportDir(path, workspace)).toThrow(
      'has become a link that leads outside the workspace',
    )
    expect(readdirSync(outside)).toEqual([])
  })

  test('is no longer written to when a folder above it has become such a link', () => {
    const path = makeReportDir('a/reports', workspace)
    rmSync(join(workspace, 'a'), { recursive: true })
    link(outside, join(workspace, 'a'))
    expect(() => resolveReportDir(path, workspace)).toThrow('leads outside the workspace')
    // Not made there either.
    expect(readdirSync(outside)).toEqual([])
  })

  test('is made again when it has been removed', () => {
    const path = makeReportDir('a/reports', workspace)
    rmSync(join(workspace, 'a'), { recursive: true })
    expect(resolveReportDir(path, workspace)).toBe(path)
    expect(existsSync(path)).toBe(true)
  })

  test('costs an error that says so when it cannot be made any more', () => {
    const path = makeReportDir('reports', workspace)
    rmSync(path, { recursive: true })
    writeFileSync(path, '')
    expect(() => resolveReportDir(path, workspace)).toThrow(/EEXIST|ENOTDIR/)
  })
})
