import { accessSync, constants, mkdirSync } from "node:fs"
import { Sentence } from "./say.mjs"

/**
 * Makes the folder if it is missing.
 * @param {string} path
 * @param {string} [otherwise] what else the person could do
 * @returns {string} the same path
 */
export function writableFolder(path, otherwise = "") {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK)
    return path
  } catch {
    throw new Sentence(
      `The folder ${path} cannot be written. Give this user the right to write there${otherwise}.`,
    )
  }
}
