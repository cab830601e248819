import { existsSync, readFileSync } from "node:fs"
import { compileSettings, ensureBuildTools } from "./machine.mjs"
import { inRoot, ROOT } from "./paths.mjs"
import { Sentence, timed } from "./say.mjs"
import { runProgram } from "./shell.mjs"
import { writableFolder } from "./writable.mjs"

/** @typedef {Record<string, {version?: string, link?: boolean, optional?: boolean, devOptional?: boolean}>} LockedPackages */

/** Brings node_modules to what package-lock.json says, and SQLite to this Node. Does nothing when both are so. */
export async function ensureInstalled() {
  if (!isInstalled()) {
    writableFolder(ROOT)
    await ensureBuildTools()
    await timed("installing packages (the first time this compiles SQLite: about two minutes)", npmCi)
  }
  if (!(await sqliteLoads())) {
    await ensureBuildTools()
    await timed("compiling SQLite for this Node", rebuildSqlite)
  }
}

/**
 * Whether every package of the lock file lies in node_modules in the locked version. npm keeps a copy of what it
 * installed in node_modules/.package-lock.json; the folder itself is looked at too.
 * @param {(...parts: string[]) => string} [at] a path below the project's top folder
 */
export function isInstalled(at = inRoot) {
  const wanted = lockedPackages(at("package-lock.json"))
  const present = lockedPackages(at("node_modules", ".package-lock.json"))
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.startsWith("node_modules/") && !path.includes("/node_modules/")) return true
    const found = present[path]
    // Packages for other systems are in the lock file and rightly not on disk.
    if (found === undefined) return entry.optional === true || entry.devOptional === true
    return found.version === entry.version && existsSync(at(path))
  })
}

/**
 * @param {string} path of a lock file
 * @returns {LockedPackages} empty when there is none
 */
function lockedPackages(path) {
  if (!existsSync(path)) return {}
  return JSON.parse(readFileSync(path, "utf8")).packages ?? {}
}

async function npmCi() {
  const { code, output } = await runProgram("npm", ["ci", "--no-audit", "--no-fund"], {
    env: compileSettings(),
    quiet: true,
  })
  if (code !== 0) throw new Sentence(`npm could not install the packages. It said:\n${tail(output)}`)
}

async function rebuildSqlite() {
  const { code, output } = await runProgram("npm", ["rebuild", "better-sqlite3"], {
    env: compileSettings(),
    quiet: true,
  })
  if (code !== 0 || !(await sqliteLoads()))
    throw new Sentence(
      `SQLite could not be compiled for Node ${process.versions.node}. npm said:\n${tail(output)}`,
    )
}

/** In a process of its own: an addon made for another Node can end the process that loads it. */
async function sqliteLoads() {
  const probe = "new (require('better-sqlite3'))(':memory:').close()"
  const { code } = await runProgram(process.execPath, ["-e", probe], { quiet: true })
  return code === 0
}

/** @param {string} output */
function tail(output) {
  return output.trimEnd().split("\n").slice(-25).join("\n")
}
