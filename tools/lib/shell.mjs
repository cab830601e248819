import { spawn } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"
import { ROOT } from "./paths.mjs"

/**
 * Runs a program to its end. Standard input is closed: nothing here ever asks a question.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{env?: Record<string, string | undefined>, cwd?: string, quiet?: boolean}} [options] quiet: keep the output back
 * @returns {Promise<{code: number, output: string}>} code 127 when the program does not exist
 */
export function runProgram(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    })
    /** @type {string[]} */
    const chunks = []
    for (const [stream, out] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.setEncoding("utf8")
      stream.on("data", (chunk) => {
        chunks.push(chunk)
        if (options.quiet !== true) out.write(chunk)
      })
    }
    child.on("error", (error) => resolve({ code: 127, output: error.message }))
    child.on("close", (code) => resolve({ code: code ?? 1, output: chunks.join("") }))
  })
}

/**
 * Whether a program is found on PATH.
 * @param {string} name
 */
export function hasProgram(name) {
  return programPath([name]) !== null
}

/**
 * The first of these programs that is found on PATH, or null.
 * @param {readonly string[]} names
 * @returns {string | null}
 */
export function programPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "")
  for (const name of names) {
    const found = folders.map((folder) => join(folder, name)).find(isExecutable)
    if (found !== undefined) return found
  }
  return null
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
