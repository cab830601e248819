import { ambientFindings } from "./imports/ambient.ts"
import { cycleFindings } from "./imports/cycles.ts"
import type { Finding } from "./imports/finding.ts"
import { layerFindings } from "./imports/layers.ts"
import { serverFindings } from "./imports/server.ts"
import { readTree } from "./imports/tree.ts"

export type { Finding } from "./imports/finding.ts"

/** What was read and what is wrong with it. */
export type ImportReport = { readonly filesRead: number; readonly findings: readonly Finding[] }

/**
 * Checks the import table of docs/ARCHITECTURE.md on all source of a checkout.
 * @param root top folder
 * @throws Error when a file does not parse, or a workspace of the table has no source: silence must not look like success
 */
export function checkImports(root: string): ImportReport {
  const tree = readTree(root)
  const rules = [layerFindings, serverFindings, ambientFindings, cycleFindings]
  return { filesRead: tree.files.size, findings: rules.flatMap((rule) => rule(tree)) }
}
