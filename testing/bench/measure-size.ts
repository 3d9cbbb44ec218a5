import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ACTION_ENTRY, type Contender } from './contenders.ts'
import { run } from './launch.ts'
import type { StandIn } from './stand-in.ts'

const TRACER = join(import.meta.dirname, 'trace-files.cjs')

/** Bytes of the files in a folder and below it, and how many npm packages lie there. */
export interface FolderSize {
  bytes: number
  packages: number
}

/** Measures the action's dist. */
export function measureDist(): FolderSize {
  return measureFolder(dirname(ACTION_ENTRY))
}

/** Measures a folder; symbolic links count as nothing. */
export function measureFolder(folder: string): FolderSize {
  let bytes = 0
  let packages = 0
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    bytes += statSync(join(entry.parentPath, entry.name)).size
    // node_modules/name/package.json, or node_modules/@scope/name/package.json.
    const isPackage = /node_modules\/(@[^/]+\/)?[^/]+$/.test(entry.parentPath.replaceAll('\\', '/'))
    if (isPackage && entry.name === 'package.json') packages += 1
  }
  return { bytes, packages }
}

/** What a run with one finished session loads as modules, Node's own apart: bytes and files. */
export async function measureLoaded(
  standIn: StandIn,
  contender: Contender,
): Promise<{ bytes: number; files: number }> {
  await standIn.reset()
  const { report } = await run(await contender.prepare(standIn, [{ ended: true }]), TRACER)
  const paths = (report as string[]).map((url) => fileURLToPath(url)).filter((path) => path !== TRACER)
  return { bytes: paths.reduce((sum, path) => sum + statSync(path).size, 0), files: paths.length }
}
