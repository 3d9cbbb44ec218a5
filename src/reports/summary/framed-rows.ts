import { countThings } from '../../text/words.ts'
import type { SessionView } from '../views/session-view.ts'
import type { PageWriter } from './page-writer.ts'

/** What stands before and after rows. */
export type Frame = [before: string, after: string]

/** A frame that folds its rows under a title. */
export function foldUnder(title: string): Frame {
  return [`<details><summary>${title}</summary>\n\n`, '\n</details>\n\n']
}

/**
 * Adds a row for each session, as many as fit.
 * @returns what was left out, counted, with `which` to say of what kind it is
 */
export function addRows(
  page: PageWriter,
  [before, after]: Frame,
  views: readonly SessionView[],
  render: (view: SessionView) => string,
  which: string,
): string[] {
  return describeLeft(views.length - page.addRows(before, views, render, after), which)
}

/** How many sessions were left out, in words; nothing when none was. */
export function describeLeft(count: number, which: string): string[] {
  return count > 0 ? [`${countThings(count, 'session')} ${which}`] : []
}
