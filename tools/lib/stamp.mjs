import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join, relative } from "node:path"
import { inRoot, ROOT } from "./paths.mjs"
import { writableFolder } from "./writable.mjs"

const SKIPPED_FOLDERS = new Set(["node_modules", "dist", ".cache", "data", ".git"])
const STAMPS = inRoot(".cache", "build")

/**
 * One hash over names and bytes of everything a build reads. Tests are left out: changing one builds nothing.
 * @param {readonly string[]} paths files or folders below the top folder; a missing one counts as empty
 * @param {string} settings what else the result depends on
 */
export function fingerprint(paths, settings) {
  const hash = createHash("sha256").update(settings)
  for (const path of paths.flatMap((each) => filesBelow(inRoot(each)))) {
    hash.update(`\0${relative(ROOT, path)}\0`).update(readFileSync(path))
  }
  return hash.digest("hex")
}

/**
 * Runs `build` unless the last successful one had the same fingerprint and its result still exists.
 * @param {{name: string, fingerprint: string, result: string, build: () => Promise<void>}} step result: a file the build makes
 * @returns {Promise<boolean>} whether it was built now
 */
export async function buildIfChanged(step) {
  const stamp = join(STAMPS, step.name)
  const last = existsSync(stamp) ? readFileSync(stamp, "utf8") : ""
  if (last === step.fingerprint && existsSync(step.result)) return false
  writableFolder(STAMPS)
  await step.build()
  writeFileSync(stamp, step.fingerprint)
  return true
}

/**
 * @param {string} path
 * @returns {string[]} every file at or below, in a fixed order
 */
export function filesBelow(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !SKIPPED_FOLDERS.has(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)]))
}
