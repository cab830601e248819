import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { Sentence, timed } from "./say.mjs"
import { hasProgram, runProgram } from "./shell.mjs"

// SQLite is compiled from source on first install: a ready-made binary would not be covered by package-lock.json.
const BUILD_TOOLS = [
  { program: "python3", aptPackage: "python3" },
  { program: "make", aptPackage: "make" },
  { program: "g++", aptPackage: "g++" },
]

/**
 * What an install needs beyond Node. Installs it when we are root on a machine with apt; otherwise says how.
 * @param {{has?: (program: string) => boolean, isRoot?: boolean}} [machine] how this machine looks; told apart by tests
 */
export async function ensureBuildTools(machine = {}) {
  const has = machine.has ?? hasProgram
  const isRoot = machine.isRoot ?? process.getuid?.() === 0
  if (!has("npm"))
    throw new Sentence(
      "npm is missing: install it beside Node (Debian: apt-get install npm) and start again.",
    )
  const missing = BUILD_TOOLS.filter((tool) => !has(tool.program))
  if (missing.length === 0) return
  const names = missing.map((tool) => tool.program).join(", ")
  const packages = missing.map((tool) => tool.aptPackage)
  if (!has("apt-get"))
    throw new Sentence(
      `Missing on this machine: ${names}. They compile the SQLite database once; install them and start again.`,
    )
  if (!isRoot)
    throw new Sentence(
      `Missing on this machine: ${names}. They compile the SQLite database once. Run this and start again:\n` +
        `  sudo apt-get install -y --no-install-recommends ${packages.join(" ")}`,
    )
  await timed(`installing ${names} with apt-get`, () => aptInstall(packages))
}

/**
 * Debian packages, without questions.
 * @param {readonly string[]} packages
 */
export async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: "noninteractive" }
  await runProgram("apt-get", ["update", "-qq"], { env, quiet: true })
  const install = ["install", "-y", "-qq", "--no-install-recommends", ...packages]
  const { code, output } = await runProgram("apt-get", install, { env, quiet: true })
  if (code !== 0) throw new Sentence(`apt-get could not install ${packages.join(" ")}:\n${output.trimEnd()}`)
}

/**
 * Settings for npm while it compiles SQLite. Node's own headers are used when they lie beside Node, so that nothing
 * is downloaded for them.
 * @param {string} [nodePath]
 * @returns {Record<string, string>}
 */
export function compileSettings(nodePath = process.execPath) {
  const prefix = dirname(dirname(nodePath))
  const hasHeaders = existsSync(join(prefix, "include", "node", "node_api.h"))
  return {
    npm_config_build_from_source: "true",
    ...(hasHeaders ? { npm_config_nodedir: prefix } : {}),
  }
}
