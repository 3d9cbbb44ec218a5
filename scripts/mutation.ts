import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/*
 * Mutation testing: Stryker changes the code in many small ways, one at a time, and looks whether a test fails.
 * What it mutates and with which tests is in stryker.config.json and vitest.mutation.config.ts.
 *
 *   npm run mutation                                   all that is named there
 *   npm run mutation -- --mutate 'src/verdict/*.ts'    some files; whatever else `stryker run` takes
 *
 * Stryker is two hundred packages, which nobody needs who changes a line: so they are in `.tools/`, and not among those
 * that `npm ci` installs. From there it finds the project's own Vitest.
 */

const VERSION = '10.1.1'
const FOLDER = path.resolve(`.tools/stryker-${VERSION}`)
const STRYKER = path.join(FOLDER, 'node_modules/@stryker-mutator/core/bin/stryker.js')

if (!existsSync(STRYKER)) {
  console.log(`Installing Stryker ${VERSION} …`)
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(path.join(FOLDER, '..', '.gitignore'), '*\n')
  writeFileSync(path.join(FOLDER, 'package.json'), '{ "private": true }\n')
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${VERSION}`)
  // Without a Vitest of its own, which would not know the tests' one.
  const options = ['--legacy-peer-deps', '--save-exact', '--no-audit', '--no-fund']
  // On Windows npm is a script of the shell.
  const shell = process.platform === 'win32'
  execFileSync('npm', ['install', ...options, ...packages], { cwd: FOLDER, stdio: 'inherit', shell })
}
const { status } = spawnSync(process.execPath, [STRYKER, 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
})
process.exitCode = status ?? 1
