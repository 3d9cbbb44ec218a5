import type { SessionOptions } from '../../../simulator/build-session.ts'
import type { FaultCase } from '../fault-case.ts'
import { fails, passes } from '../fault-case.ts'

const NAMES: Record<string, string> = {
  'workflow commands': '::error::gone\n::set-output name=passed::true\r\n::stop-commands::x\r##[error]x',
  'escape sequences':
    '\u001b[2J\u001b[31mred\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007\u0000\u0008',
  'bidi overrides': 'PASSED \u202eDELIAF\u202c \u2066\u2067\u200b\ufeff',
  Markdown: '| a | b |\n|---|\n# h\n<script>x</script> ```\n[x](javascript:1) @everyone #1 {{x}} $',
  'a megabyte': 'long '.repeat(210_000),
  'lone surrogates': '\ud800 name \udfff',
  'a delimiter of command files': 'ghadelimiter_x\ncheckly_gate_end\nEOF',
}

const named = Object.entries(NAMES).flatMap(([what, name]): FaultCase[] => {
  const extra = { name, checkSessionLink: `javascript:${name.slice(0, 500)}` }
  const failed: SessionOptions = {
    status: 'FAILED',
    locations: { [name.slice(0, 5000)]: [{ durationMs: 300, hasFailures: true, extra: { name } }] },
    extra,
  }
  return [
    {
      name: `a name that is ${what}`,
      sessions: [{ extra }],
      actionOnly: 'the verdict is plain',
      expect: passes(1),
    },
    {
      name: `a failed session whose name is ${what}`,
      sessions: [failed],
      actionOnly: 'the verdict is plain',
      expect: fails(1),
    },
  ]
})

/** Text from outside that wants to be more than text. */
export const HOSTILE_TEXT: readonly FaultCase[] = named
