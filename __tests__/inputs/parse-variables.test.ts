import { describe, expect, test } from 'vitest'
import { listDoubtfulVariables, parseVariables } from '../../src/inputs/parse-variables.ts'
import { UnusableValue } from '../../src/inputs/unusable-value.ts'

const parse = (text: string): [string, string][] =>
  parseVariables(text, false).map(({ name, value }) => [name, value])

describe('variables', () => {
  test.each([
    ['A=b', [['A', 'b']]],
    [
      'A=b\n\n \t\nC=d\n',
      [
        ['A', 'b'],
        ['C', 'd'],
      ],
    ],
    [
      'A=b\r\nC=d\r\n',
      [
        ['A', 'b'],
        ['C', 'd'],
      ],
    ],
    ['URL=https://x.dev/#/login?a=b', [['URL', 'https://x.dev/#/login?a=b']]],
    ['A= b ', [['A', ' b ']]],
    ['A="b"', [['A', '"b"']]],
    ["A='$B'", [['A', "'$B'"]]],
    ['A=b<<c', [['A', 'b<<c']]],
    ['_a1=x', [['_a1', 'x']]],
    ['A=\u200b', [['A', '\u200b']]],
    ['A==', [['A', '=']]],
    ['A=pass|w,rd;x=', [['A', 'pass|w,rd;x=']]],
    [
      'A<<END\none\n\n two=2\r\nEND\nB=c',
      [
        ['A', 'one\n\n two=2'],
        ['B', 'c'],
      ],
    ],
    ['A<<E O F\nx\nE O F', [['A', 'x']]],
    ['A<<=\nx\n=', [['A', 'x']]],
    ['A<<END\nB<<END\nEND', [['A', 'B<<END']]],
  ])('%j are %j', (text, variables) => {
    expect(parse(text)).toEqual(variables)
  })

  test('know their line and whether they are secret', () => {
    expect(parseVariables('\nA<<E\nx\nE\nB=y', true)).toEqual([
      { name: 'A', value: 'x', secret: true, line: 2 },
      { name: 'B', value: 'y', secret: true, line: 5 },
    ])
  })

  test.each([
    ['A=b\nhunter22', 'line 2 has no "="', 'NAME<<END'],
    ['A=', 'line 1, A, has none', 'may not be set'],
    ['A=\r', 'line 1, A, has none'],
    ['A<<E\nE', 'line 1, A, has none'],
    ['A<<END\nhunter22', 'line 1, A, is not ended so'],
    ['A<<\nhunter22', 'line 1, A, is not ended so'],
    ['A<<END\nx\n END', 'line 1, A, is not ended so'],
    ['1A=hunter22', 'line 1 has another name than letters'],
    ['A-B=hunter22', 'line 1 has another name than letters'],
    ['=hunter22', 'line 1 has another name than letters'],
    [' A=hunter22', 'line 1 has a blank around its name'],
    ['A = hunter22', 'line 1 has a blank around its name'],
    ['A: hunter22', 'line 1 has a colon where "=" belongs'],
    ['A: hunter=22', 'line 1 has a colon where "=" belongs'],
    ['# hunter22', 'line 1 is a comment'],
    ['- A=hunter22', 'line 1 begins with the dash of a list'],
    ['export A=hunter22', 'line 1 begins with "export"'],
    ['{"A": "hunter22"}', 'line 1 looks like JSON'],
    ['["A=hunter22"]', 'line 1 looks like JSON'],
    ['hunter22<<END\nx\nEND\nhunter 22<<E\nx\nE', 'line 4 has no "="'],
    ['Ä=hunter22', 'line 1 has another name than letters'],
    ['A\u200b=hunter22', 'line 1 has another name than letters'],
  ])('%j is refused, without its value', (text, ...parts) => {
    const refuse = (): unknown => parseVariables(text, true)
    expect(refuse).toThrow(UnusableValue)
    for (const part of parts) expect(refuse).toThrow(part)
    expect(refuse).not.toThrow('hunter')
  })

  test('that only a shell would replace are sent as they stand, which is said', () => {
    const variables = parseVariables('A=$URL\nB=$' + '{URL}\nC=$5 off\nD=$$\nE=a$b', false)
    expect(listDoubtfulVariables(variables, 'env')).toEqual([
      'Input env: the value of A is sent as it stands; no shell replaces a variable in it.',
      'Input env: the value of B is sent as it stands; no shell replaces a variable in it.',
    ])
  })

  test('with quotes around them are sent with them, which is said', () => {
    const variables = parseVariables('A="x"\nB=\'y\'\nC="z\nD="', false)
    expect(listDoubtfulVariables(variables, 'env')).toEqual([
      'Input env: the quotes around the value of A are sent as a part of it.',
      'Input env: the quotes around the value of B are sent as a part of it.',
    ])
  })
})
