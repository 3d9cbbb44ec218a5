import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { findSection, readPage } from './read-pages.ts'

const page = readPage('CONTRIBUTING.md')
const flow = findSection(page, 'How data flows')
const [, drawing = ''] = flow.split('```')

test('the way of the data has every folder of src', () => {
  const folders = globSync('src/*/').map((path) => `${basename(path)}/`)
  expect(folders.length).toBeGreaterThan(10)
  expect(folders.filter((folder) => !flow.includes(folder))).toEqual([])
})

test('the way of the data has no folder and no file that src does not have', () => {
  const named = [...flow.matchAll(/(?<![\w/])(?:[a-z-]+\/)+(?:[\w-]+\.ts)?|(?<![\w/-])[\w-]+\.ts/g)].map(
    String,
  )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((path) => !existsSync(join('src', path)))).toEqual([])
})

test('the drawing fits on a screen', () => {
  const lines = drawing.trim().split('\n')
  expect(lines.length).toBeLessThanOrEqual(40)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120)
})

test('files that the page names are there', () => {
  const named = [...page.matchAll(/`((?:src|scripts|testing|simulator|__tests__|tools|docs)\/[\w./-]+)`/g)]
  expect(named.length).toBeGreaterThan(10)
  expect(named.map(([, path = '']) => path).filter((path) => !existsSync(path))).toEqual([])
})
