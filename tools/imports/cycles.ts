import type { Finding } from "./finding.ts"
import { resolveRelative, type SourceTree } from "./tree.ts"

/** Files of one workspace that import each other in a circle. `import type` is erased and makes none. */
export function cycleFindings(tree: SourceTree): readonly Finding[] {
  const done = new Set<string>()
  const findings: Finding[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) {
      const circle = [...trail.slice(at), path].join(" -> ")
      findings.push({
        rule: "cycle",
        file: path,
        line: 1,
        advice: `Move what both need into a third file: ${circle}`,
      })
      return
    }
    if (done.has(path)) return
    for (const next of neighbours(tree, path)) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of tree.files.keys()) walk(path, [])
  return findings
}

function neighbours(tree: SourceTree, path: string): readonly string[] {
  const statics = tree.files.get(path)?.imports.filter((each) => each.kind === "value") ?? []
  return statics
    .filter((each) => each.specifier.startsWith("."))
    .flatMap((each) => resolveRelative(tree, path, each.specifier) ?? [])
}
