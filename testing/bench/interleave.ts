/** Figures by what they are of. */
export class Figures<Key> {
  readonly #values = new Map<Key, number[]>()

  add(key: Key, value: number): void {
    const values = this.#values.get(key)
    if (values === undefined) this.#values.set(key, [value])
    else values.push(value)
  }

  get(key: Key): readonly number[] {
    return this.#values.get(key) ?? []
  }
}

/**
 * Does something with each item in turn, so many rounds, beginning each round with another item: what the
 * machine does beside falls on all of them alike. A first round is for warming up.
 */
export async function interleave<Item>(
  items: readonly Item[],
  rounds: number,
  measure: (item: Item, isWarmUp: boolean) => Promise<void>,
): Promise<void> {
  for (let round = 0; round <= rounds; round += 1) {
    for (let place = 0; place < items.length; place += 1) {
      const item = items[(round + place) % items.length]
      if (item !== undefined) await measure(item, round === 0)
    }
  }
}
