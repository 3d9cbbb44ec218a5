import fc from 'fast-check'
import { anyCharacter } from '../../../testing/any-character.ts'

/** Pieces that mean something to a runner, to Markdown, HTML, GitHub, a terminal, Mermaid or XML. */
const PIECES = [
  ...['::error::x', '::set-output name=a::b', '##[error]', '##[', '::', ':', '%0A', '::add-mask::'],
  ...['|', '\\|', '`', '```', '~~~', '**', '__', '~~', '[a](b)', '![a](b)', '<', '>', '&', '&#124;', '\\'],
  ...['# ', '## ', '- ', '* ', '1. ', '> ', '---', '===', '| - | - |', '[^1]', '[^1]: x', '- [ ] ', '    x'],
  ...['<b>', '</td>', '</table>', '</details>', '</summary>', '</pre>', '</code>', '<script>', '<!--', '-->'],
  ...['<img src=x onerror=y>', '<a href="javascript:x">', '<![CDATA[', ']]>', '<?x?>', '"', "'", '$x$', '$$'],
  ...[
    '@octocat',
    '@org/team',
    '#123',
    'GH-12',
    'o/r#1',
    'https://x.y/z',
    'www.x.y',
    'a@b.c',
    ':rocket:',
    ':100:',
  ],
  ...['deadbeef', '0123456789abcdef0123456789abcdef01234567', 'mailto:a@b.c', 'xmpp:a@b.c', 'javascript:x'],
  ...['\n', '\r', '\r\n', '\n\n', '\t', '\u2028', '\u2029', '\u0085', '\u000b', '\u0000', '\u001b', ' '],
  ...[
    '\u001b[31m',
    '\u001b[2J',
    '\u001b]8;;http://x\u0007',
    '\u009b1m',
    '\u001b]0;t\u001b\\',
    '\u0007',
    '\u0008',
  ],
  ...[
    '\u202e',
    '\u202d',
    '\u2066',
    '\u2069',
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u180e',
  ],
  ...['\u{e0041}', '\ufe0f', '\u3164', '\ud800', '\udfff', '\uffff', '\ufffe', 'שלום', 'مرحبا', '👩‍💻', '🇩🇪'],
  ...[
    'a\u0301\u0301\u0301\u0301\u0301',
    'section x',
    ':crit, a, 1ms',
    '%%{init: {}}%%',
    '---\n',
    'gantt',
    ';',
    '#35;',
  ],
]

const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))

/** Text as nobody would name a check: pieces with a meaning, mixed with anything that a string can hold. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 2, arbitrary: fc.string({ maxLength: 8 }) },
      { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 8 }) },
      { weight: 1, arbitrary: anyUnits },
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''))
