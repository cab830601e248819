import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The top folder of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..")

/** @param {...string} parts below the top folder */
export function inRoot(...parts) {
  return join(ROOT, ...parts)
}
