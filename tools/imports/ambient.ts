import type { Finding } from "./finding.ts"
import type { SourceTree } from "./tree.ts"

const RANDOM_FILE = "packages/primitives/src/random.ts"
const CLOCKS = ["Date.now", "new Date()", "performance.now"]
const RANDOM_USES = [
  "Math.random",
  "crypto.getRandomValues",
  "crypto.randomUUID",
  "webcrypto.getRandomValues",
]
const RANDOM_IMPORTS = [
  "randomBytes",
  "randomFill",
  "randomFillSync",
  "randomInt",
  "randomUUID",
  "getRandomValues",
]

/** All randomness enters through one file; a pure package is handed its clock. */
export function ambientFindings(tree: SourceTree): readonly Finding[] {
  return [...tree.files.values()]
    .filter((file) => !file.isTest && file.path !== RANDOM_FILE)
    .flatMap((file) => {
      const at = (line: number, rule: Finding["rule"], advice: string): Finding => ({
        rule,
        file: file.path,
        line,
        advice,
      })
      const clocks = file.ambient
        .filter((use) => file.workspace.isPure && CLOCKS.includes(use.what))
        .map((use) => at(use.line, "ambient-clock", `Take a Clock as a parameter instead of ${use.what}.`))
      const uses = file.ambient
        .filter((use) => RANDOM_USES.includes(use.what))
        .map((use) => at(use.line, "ambient-random", `Take Random as a parameter instead of ${use.what}.`))
      const imported = file.imports
        .filter((each) => /^(node:)?crypto$/.test(each.specifier))
        .filter((each) => each.names.some((name) => RANDOM_IMPORTS.includes(name)))
        .map((each) =>
          at(each.line, "ambient-random", "Take Random as a parameter instead of node:crypto's."),
        )
      return [...clocks, ...uses, ...imported]
    })
}
