import { describeInvisible } from '../text/name-invisible.ts'
import { cutText } from '../text/neutralise-text.ts'
import { INPUT_DEFAULTS } from './input-defaults.ts'
import { quoteOdd } from './quote-odd.ts'
import { UnusableValue } from './unusable-value.ts'

/*
 * Tags of checks are free text: `Web Shop`, `team:payments`, `C#`, `@smoke` are real ones. An input is text as
 * well, so what belongs to YAML, JSON or a shell comes along as a part of a tag, and the filter matches
 * nothing, unnoticed beside a line that matches. What looks like that is refused.
 */

/** What a pattern finds at fault in a line or in a tag, and what to write instead. */
type Rule = readonly [pattern: RegExp, says: string]

/** Keys of a step in a workflow, beside the inputs. */
const STEP_KEYS = ['tag', 'name', 'uses', 'with', 'run', 'id', 'if', 'continue-on-error', 'timeout-minutes']

/** Rules for a whole line, without the blanks around it; what they say follows the line. */
const LINE_RULES: readonly Rule[] = [
  [
    /^\[.*\]$|^[[\]{}],?$|^\{/,
    'is a list or object of JSON or YAML, which is not read: write the tags without brackets and quotes, separated by commas where all must match, on a line each where one is enough',
  ],
  [
    /^[-*+•](?:\s|$)/,
    'begins with the dash of a list, which would be a part of the tag: leave it out, each line is a filter',
  ],
  [/^(?:---|\.\.\.)(?:\s|$)/, 'marks a YAML document: leave it out'],
  [/^[|>][-+\d]*(?:\s|$)/, 'is the sign of a YAML block, which belongs behind "tags:": leave it out here'],
]

/** Rules for a tag, without the blanks around it and without the `!` of an exclusion. */
const TAG_RULES: readonly Rule[] = [
  [
    /^#$|^#.*\s|\s#/,
    'has a comment, which would be a part of the tag, since the text of an input has no comments: put it above "tags:"',
  ],
  [/^["'`“”„‘’«]|["“”„»]$/, 'has quotes, which would be a part of the tag: leave them out'],
  [
    /\$\{\{|\}\}/,
    'has an expression that was not replaced: GitHub replaces those only in the text of a workflow',
  ],
  [
    /^\$(?:\w+|\{\w*\})$/,
    'has a variable, which no shell replaces here: write $' + '{{ env.NAME }} or $' + '{{ vars.NAME }}',
  ],
  [
    /^(?:Array|Object|null|undefined)$/,
    "is what an expression gives that is no text: make text of an array with join(fromJSON(…), ',')",
  ],
  [/^(?:true|false)$/, "is what a condition gives: write condition && 'one tag' || 'another tag'"],
  [/\t/, 'has a tab inside a tag: separate tags by commas'],
  [
    /&&|\|\|/,
    'joins tags by an operator: write a comma where all must match, a line each where one is enough',
  ],
]

const EMPTY = 'has an empty tag, which would start more checks than meant'

/**
 * Reads tag filters: one filter a line, the comma-separated tags of a line must all match, `!` in front of one
 * excludes. Throws UnusableValue for an empty tag, which would widen the filter unseen, and for what is left of
 * YAML, JSON or a shell.
 */
export function parseTags(text: string): string[][] {
  return text.split(/\r\n|[\r\n]/).flatMap((line, index) => {
    if (line.trim() === '') return []
    const fault = findFault(line)
    if (fault === '') return [splitLine(line)]
    throw new UnusableValue(
      `one filter a line, its tags separated by commas (line ${index + 1}: ${quoteOdd(line.trim(), 'it')} ${fault})`,
    )
  })
}

/**
 * Tags that may be meant as they are, and may be a mistake: what is sent all the same.
 * @returns a sentence for each
 */
export function listDoubtfulTags(filters: readonly (readonly string[])[]): string[] {
  return [...new Set(filters.flat())].flatMap((tag) => {
    const name = `Input tags: "${cutText(tag, 80)}" is sent as a tag`
    if (/^!?#/.test(tag)) return [`${name}; the text of an input has no comments.`]
    if (/^!?[\w-]+: /.test(tag)) return [`${name}, with the blank behind its colon.`]
    if (/[;，；、]/.test(tag)) return [`${name}; only a comma separates tags.`]
    return []
  })
}

function splitLine(line: string): string[] {
  return line.split(',').map((tag) => tag.trim())
}

/** What is wrong with a line; '' when nothing is. */
function findFault(line: string): string {
  const invisible = describeInvisible(line.trim())
  if (invisible !== '') return `contains an invisible character, ${invisible}: write it anew`
  const key = /^([\w-]+):(?:\s|$)/.exec(line.trim())?.[1]?.toLowerCase() ?? ''
  if (Object.hasOwn(INPUT_DEFAULTS, key) || STEP_KEYS.includes(key)) {
    return `is inside the text of tags, and not the key "${key}" of the step: write it as far to the left as "tags:"`
  }
  return matchRules(LINE_RULES, line.trim()) || splitLine(line).map(findTagFault).find(Boolean) || ''
}

function findTagFault(tag: string): string {
  const name = tag.startsWith('!') ? tag.slice(1) : tag
  if (name.trim() === '') return EMPTY
  if (/^[\s!]/.test(name)) return 'has a tag that does not follow directly behind one "!"'
  return matchRules(TAG_RULES, name)
}

function matchRules(rules: readonly Rule[], text: string): string {
  return rules.find(([pattern]) => pattern.test(text))?.[1] ?? ''
}
