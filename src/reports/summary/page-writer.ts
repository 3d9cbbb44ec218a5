import { countThings } from '../../text/words.ts'
import type { CheckView } from '../views/check-view.ts'

/** What closes a page that had no room for everything, in bytes; kept free from the start. */
const NOTE_BYTES = 1000

/** Blocks of Markdown put on a page of bounded size. */
export interface PageWriter {
  /** Adds a block, or nothing when it does not fit. */
  add(block: string): boolean
  /**
   * Adds a row for each item as long as they fit, with `before` and `after` around them; returns how
   * many. Nothing is added when there is no room for a first row; rows without room are not rendered.
   */
  addRows<T>(before: string, items: readonly T[], render: (item: T) => string, after: string): number
  /** The page, with a closing note for which room was kept. */
  finish(note: string): string
}

/**
 * Opens a page of at most `maxBytes` bytes of UTF-8. What is added first is there for certain, so the
 * important comes first; blocks and rows are whole or absent.
 */
export function openPage(maxBytes: number): PageWriter {
  const blocks: string[] = []
  let bytesLeft = maxBytes - NOTE_BYTES

  function add(block: string): boolean {
    const bytes = Buffer.byteLength(block)
    if (bytes > bytesLeft) return false
    bytesLeft -= bytes
    blocks.push(block)
    return true
  }

  function addRows<T>(
    before: string,
    items: readonly T[],
    render: (item: T) => string,
    after: string,
  ): number {
    const frame = Buffer.byteLength(before) + Buffer.byteLength(after)
    const begin = blocks.length
    bytesLeft -= frame
    let count = 0
    for (const item of items) {
      if (!add(render(item))) break
      count += 1
    }
    if (count === 0) bytesLeft += frame
    else {
      blocks.splice(begin, 0, before)
      blocks.push(after)
    }
    return count
  }

  function finish(note: string): string {
    const page = blocks.join('') + note
    return Buffer.byteLength(page) <= maxBytes ? page : blocks.join('')
  }

  return { add, addRows, finish }
}

/** What stands before and after rows. */
export type Frame = [before: string, after: string]

/** A frame that folds its rows under a title. */
export function foldUnder(title: string): Frame {
  return [`<details><summary>${title}</summary>\n\n`, '\n</details>\n\n']
}

/**
 * Adds a row for each check, as many as fit.
 * @returns what was left out, counted, with `which` to say of what kind it is
 */
export function addRows(
  page: PageWriter,
  [before, after]: Frame,
  views: readonly CheckView[],
  render: (view: CheckView) => string,
  which: string,
): string[] {
  return describeLeft(views.length - page.addRows(before, views, render, after), which)
}

/** How many checks were left out, in words; nothing when none was. */
export function describeLeft(count: number, which: string): string[] {
  return count > 0 ? [`${countThings(count, 'check')} ${which}`] : []
}
