import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

const COMMAND = /^\s*::(?<name>[\w-]+)(?: [^:]*)?::(?<text>.*)$/s

/** Annotations, and how GitHub shows them in the log. */
const MARKS: Record<string, { word: string; style: Style }> = {
  error: { word: 'Error', style: 'red' },
  warning: { word: 'Warning', style: 'yellow' },
  notice: { word: 'Notice', style: 'cyan' },
}

/**
 * Creates a function that turns a line of standard output into what GitHub shows of it: masked values
 * replaced, commands carried out and not shown, groups under their title.
 * @returns what to show; null for nothing
 */
export function createLogView(): (line: string) => string | null {
  const masks: string[] = []
  let indent = ''
  const hide = (text: string): string => masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), text)

  return (line) => {
    const { name = '', text = '' } = COMMAND.exec(line)?.groups ?? {}
    const said = decode(text)
    const mark = MARKS[name]
    if (mark !== undefined) return indent + styleText(mark.style, `${mark.word}: ${hide(said)}`)
    switch (name) {
      case '':
        return indent + hide(line)
      case 'add-mask':
        masks.push(said)
        return null
      case 'group':
        indent = '    '
        return styleText('bold', `▾ ${hide(said)}`)
      case 'endgroup':
        indent = ''
        return null
      case 'debug':
        return null
      default:
        return indent + hide(line)
    }
  }
}

/** Undoes what the toolkit does to a command's text. */
function decode(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
}
