/*
 * What a script sends beyond the contract: words that the contract does not list, and fields that it does not have.
 * An answer holds them apart from the rest until it is sent, so that the rest can be checked.
 */

class Beyond {
  readonly documented: unknown
  readonly sent: unknown

  constructor(documented: unknown, sent: unknown) {
    this.documented = documented
    this.sent = sent
  }

  toJSON(): unknown {
    return this.sent
  }
}

/** A scripted word. One that the contract does not list is sent as it is, and checked as one that it does. */
export function sayWord<Word extends string | null>(word: Word, documented: readonly string[]): Word {
  if (word === null || documented.includes(word)) return word
  return new Beyond(documented[0], word) as unknown as Word
}

/** A body with scripted fields added or replaced, which are not checked; undefined leaves a field out. */
export function addExtra<Body extends object>(body: Body, extra: object): Body {
  if (Object.keys(extra).length === 0) return body
  return new Beyond(body, { ...body, ...extra }) as unknown as Body
}

/** A body as JSON has it when it is sent. */
export function renderSent(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body))
}

/** A body as JSON has it without what a script sends beyond the contract. */
export function renderDocumented(body: unknown): unknown {
  const replace = function (this: Record<string, unknown>, key: string, value: unknown): unknown {
    // JSON has asked `toJSON` before this: what it was asked of is in the object that holds it.
    let held = this[key]
    if (!(held instanceof Beyond)) return value
    while (held instanceof Beyond) held = held.documented
    return held
  }
  return JSON.parse(JSON.stringify(body, replace))
}
