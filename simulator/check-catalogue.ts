import { deriveUuid } from './ids.ts'
import type { CheckScript } from './script.ts'

/** What a trigger request selects by, from its `target`. */
export interface TriggerTarget {
  /** Groups of tags: all tags of a group must be there, none that is written `!tag`; any group will do. */
  matchTags?: string[][] | undefined
  checkId?: string[] | undefined
  /** Deactivated checks match too; test sessions only. */
  allowDeactivated?: boolean | undefined
}

/** A check of the catalogue, with its defaults filled in. */
export interface Check extends CheckScript {
  id: string
  tags: string[]
  checkType: string
  activated: boolean
}

/** The checks of the account. */
export class CheckCatalogue {
  readonly #checks: Check[] = []

  /** Adds a check and returns it; `id` is its id. */
  add(script: CheckScript): Check {
    const id = (script.id ?? deriveUuid('check', script.name)).toLowerCase()
    const check: Check = {
      ...script,
      id,
      tags: script.tags ?? [],
      checkType: script.checkType ?? script.session?.checkType ?? 'API',
      activated: script.activated ?? true,
    }
    this.#checks.push(check)
    return check
  }

  list(): readonly Check[] {
    return this.#checks
  }

  /**
   * The checks that a trigger request starts. Filters that are given must both match; a target without
   * filters, or with empty ones, matches every check: the API's own, dangerous reading.
   */
  select(target: TriggerTarget): Check[] {
    const { matchTags = [], checkId = [], allowDeactivated = false } = target
    const ids = new Set(checkId.map((id) => id.toLowerCase()))
    const matches = (check: Check) =>
      (check.activated || allowDeactivated) &&
      (ids.size === 0 || ids.has(check.id)) &&
      (matchTags.length === 0 || matchTags.some((group) => group.every((tag) => hasTag(check, tag))))
    return this.#checks.filter(matches)
  }

  clear(): void {
    this.#checks.length = 0
  }
}

function hasTag({ tags }: Check, tag: string): boolean {
  return tag.startsWith('!') ? !tags.includes(tag.slice(1)) : tags.includes(tag)
}
