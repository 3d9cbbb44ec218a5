import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A workflow of a page is named by the page and its own name: `README.md#Deploy`. */
const ON_A_PAGE = /^(.+\.md)#(.+)$/

/** The file name that a workflow has in a user's repository. */
export function nameWorkflowFile(workflow: string): string {
  const [, , name] = ON_A_PAGE.exec(workflow) ?? []
  return name === undefined
    ? (workflow.split('/').at(-1) ?? '')
    : `${name.toLowerCase().replaceAll(' ', '-')}.yml`
}

/** The whole workflows that stand in a page, by their names. */
export function listWorkflows(page: string): Map<string, string> {
  const blocks = readFileSync(page, 'utf8').matchAll(/^```yaml\r?\n(.*?)^```/gms)
  const workflows = [...blocks].flatMap(([, text = '']): [string, string][] => {
    const { name = '', jobs } = (parse(text) ?? {}) as { name?: string; jobs?: object }
    return jobs === undefined || name === '' ? [] : [[name, text]]
  })
  return new Map(workflows)
}

/** The text of a workflow: of a file, or of a block in a page. Throws when there is none. */
export function readWorkflow(workflow: string): string {
  const [, page, name = ''] = ON_A_PAGE.exec(workflow) ?? []
  if (page === undefined) return readFileSync(workflow, 'utf8')
  const text = listWorkflows(page).get(name)
  if (text === undefined) throw new Error(`${page} has no workflow with the name ${name}.`)
  return text
}
