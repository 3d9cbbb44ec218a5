import { appendFileSync } from 'node:fs'

/**
 * Adds values to one of the runner's command files (GitHub's documentation: "Setting an output parameter",
 * multiline strings), all in one write, so that the file parses whenever the process is killed.
 * The toolkit's function would do, but loads node:crypto for its delimiter: a tenth of the whole run. Here
 * the delimiter is one that the value does not contain.
 * Throws when the file cannot be written; without a file nothing happens.
 * @param path - `GITHUB_OUTPUT` or `GITHUB_STATE`; '' or undefined when the runner set none
 */
export function addToCommandFile(path: string | undefined, values: ReadonlyMap<string, string>): void {
  if (path === undefined || path === '' || values.size === 0) return
  const blocks = [...values].map(([name, value]) => {
    let delimiter = 'checkly_gate_end'
    while (value.includes(delimiter)) delimiter += '_'
    return `${name}<<${delimiter}\n${value}\n${delimiter}\n`
  })
  appendFileSync(path, blocks.join(''))
}
