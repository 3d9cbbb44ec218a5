import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { installTool, readToolVersion, type ToolName } from './install-tools.ts'

/*
 * Lints the workflows: this repository's own, the examples and the end-to-end ones. actionlint checks
 * syntax, expressions and shell scripts; zizmor looks for what an attacker could use, as an auditor
 * would, without the network.
 */

const OWN_WORKFLOWS = '.github/workflows/*.yml'
const OTHER_WORKFLOWS = ['examples/*.yml', 'scripts/e2e/workflows/*.yml']
const ZIZMOR_OPTIONS = ['--offline', '--persona=auditor', '--strict-collection', '--no-progress', '--quiet']

function lint(name: ToolName, args: string[]): boolean {
  const executable = installTool(name)
  console.log(`\n${name} ${readToolVersion(name)}`)
  const { status, error } = spawnSync(executable, args, { stdio: 'inherit' })
  if (error !== undefined) throw error
  console.log(`${name}: ${status === 0 ? 'clean' : `exit code ${status}`}`)
  return status === 0
}

const others = globSync(OTHER_WORKFLOWS).sort()
const all = [...globSync(OWN_WORKFLOWS).sort(), ...others]
console.log(all.join('\n'))
const shellcheck = installTool('shellcheck')
const results = [
  lint('actionlint', ['-shellcheck', shellcheck, '-pyflakes', '', ...all]),
  // From the root it finds what GitHub finds, action.yml and dependabot.yml included.
  lint('zizmor', [...ZIZMOR_OPTIONS, '--config', '.github/zizmor.yml', '.', ...others]),
]
process.exitCode = results.every(Boolean) ? 0 : 1
