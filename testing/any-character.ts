import fc from 'fast-check'

const FIRST_SURROGATE = 0xd800
const SURROGATES = 0x800

/**
 * Any character of Unicode but a lone surrogate, as a `unit` of `fc.string`. The library's own unit "binary" gives the
 * same, and builds a table of all of them first, which takes a second.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .nat(0x10ffff - SURROGATES)
  .map((point) => String.fromCodePoint(point < FIRST_SURROGATE ? point : point + SURROGATES))
