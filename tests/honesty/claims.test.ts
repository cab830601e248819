import { existsSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { WORKSPACES } from "../../tools/imports/table.ts"
import { ROOT, tableRows, textOf } from "./project.ts"

/** A document says who proves a claim like this: `path/to/file.test.ts` "words of the test's name". */
const PROOF = /`([\w./-]+\.test\.tsx?)`\s+"([^"]+)"/g

test.each([
  ["docs/THREAT-MODEL.md", /^### (C\d+[^\n]*)\n([\s\S]*?)(?=^##|(?![\s\S]))/gm],
  ["docs/ARCHITECTURE.md", /^- (\*\*[^\n]*?\*\*)([\s\S]*?)(?=^- |^$|^#|(?![\s\S]))/gm],
])("every claim of %s names a test that exists under that name", (path, claimPattern) => {
  const claims = [...textOf(path).matchAll(claimPattern)]
  expect(claims.length).toBeGreaterThan(4)
  const problems = claims.flatMap(([, title = "", body = ""]) => {
    const proofs = [...body.matchAll(PROOF)]
    if (proofs.length === 0) return [`${title}: names no test`]
    return proofs.flatMap(([, file = "", name = ""]) =>
      missing(file, name).map((what) => `${title}: ${what}`),
    )
  })
  expect(problems).toEqual([])
})

test("the check notices a test that does not exist and a name that changed", () => {
  expect(missing("tests/honesty/none.test.ts", "x")).toEqual(["tests/honesty/none.test.ts does not exist"])
  expect(missing("tests/honesty/claims.test.ts", "a name that nobody gave")).toHaveLength(1)
  expect(missing("tests/honesty/claims.test.ts", "the check notices a test")).toEqual([])
})

test("the import table of ARCHITECTURE is the one that is checked", () => {
  const rows = tableRows(textOf("docs/ARCHITECTURE.md")).filter(([name]) =>
    /^`@shn\/[a-z]+`$/.test(name ?? ""),
  )
  const written = rows.map(([name = "", imports = ""]) => [
    name.replaceAll("`", ""),
    [...imports.matchAll(/`(@shn\/[a-z]+)`/g)].map((match) => match[1]).sort(),
  ])
  expect(written).toEqual(WORKSPACES.map((each) => [each.name, [...each.imports].sort()]))
})

// This file quotes a name that must not count as given.
const SELF = "tests/honesty/claims.test.ts"
function missing(file: string, name: string): readonly string[] {
  if (!existsSync(join(ROOT, file))) return [`${file} does not exist`]
  const text = file === SELF ? textOf(file).replaceAll("a name that nobody gave", "") : textOf(file)
  return text.includes(name) ? [] : [`no test in ${file} is called "${name}"`]
}
